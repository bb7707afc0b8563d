package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import java.util.List;
import java.util.Set;

/// The one default network that leaves eth0 where it is: OVN-Kubernetes' own, named so that KubeVirt's IPAM
/// extensions can hand over the addresses of a machine (node-behavior.md#kubevirt-ipam-extensions).
final class OvnDefaultNetwork {
    private static final String NAME = "default";

    /// What the IPAM extensions write. Anything else, an interface above all, would be the wish of another requester.
    private static final Set<String> KEYS = Set.of("name", "namespace", "mac", "ips", "ipam-claim-reference");

    private OvnDefaultNetwork() {}

    /// Whether the annotation names it in that namespace, and nothing more.
    static boolean isNamedBy(String annotation, String namespace) {
        if (namespace.isEmpty() || annotation.isEmpty()) {
            return false;
        }
        NetworkSelections selections = NetworkSelectionsReader.read(annotation);
        return selections.isClear()
                && selections.form() == NetworkSelections.Form.JSON
                && selections.count() == 1
                && selections.items().stream()
                        .allMatch(item -> item.name().equals(NAME)
                                && item.namespace().equals(namespace)
                                && item.interfaceName().isEmpty())
                && KEYS.containsAll(keys(annotation));
    }

    private static List<String> keys(String annotation) {
        return JsonReader.read(annotation) instanceof Parsed.Ok<Json>(Json whole)
                        && whole instanceof JsonArray array
                        && array.elements().getFirst() instanceof JsonObject element
                ? element.members().stream().map(JsonMember::key).toList()
                : List.of("");
    }
}
