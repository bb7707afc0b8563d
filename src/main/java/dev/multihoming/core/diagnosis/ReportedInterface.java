package dev.multihoming.core.diagnosis;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import java.util.List;
import java.util.Optional;

/// An interface as Multus reports it in a pod's annotation (node-behavior.md#network-status).
///
/// @param name inside the pod; empty where the plugin told none
/// @param network `namespace/name`, or the name of the config for the default network
/// @param isDefault whether it is on the default network
public record ReportedInterface(String name, String network, List<String> addresses, String mac, boolean isDefault) {
    public ReportedInterface {
        addresses = List.copyOf(addresses);
    }

    /// All that the annotation lists; empty where it is not a list.
    public static Optional<List<ReportedInterface>> listed(String annotation) {
        return JsonReader.read(annotation) instanceof Parsed.Ok<Json>(Json whole) && whole instanceof JsonArray list
                ? Optional.of(list.elements().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(element -> of((JsonObject) element))
                        .toList())
                : Optional.empty();
    }

    private static ReportedInterface of(JsonObject element) {
        return new ReportedInterface(
                GoFields.text(element, "interface"),
                GoFields.text(element, "name"),
                GoFields.texts(element, "ips"),
                GoFields.text(element, "mac"),
                GoFields.isTrue(element, "default"));
    }
}
