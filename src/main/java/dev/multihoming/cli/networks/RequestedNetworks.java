package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an object asks for, in the order in which it does. What cannot be read is quoted.
public final class RequestedNetworks {
    private final String namespace;
    private final List<String> requested = new ArrayList<>();

    private RequestedNetworks(String namespace) {
        this.namespace = namespace;
    }

    /// Empty for what asks for none.
    public static List<String> of(ReviewedKind kind, String namespace, JsonNode object) {
        RequestedNetworks networks = new RequestedNetworks(namespace);
        switch (kind.content()) {
            case Content.Pods() -> networks.annotated(object);
            case Content.Workloads(var shape) -> networks.annotated(object.at(shape.pointer()));
            case Content.Machines(var shape) -> networks.machine(object.at(shape.pointer()));
            case Content.Nads(), Content.Bindings(), Content.Operator(), Content.NetworkPolicies(), Content.Own() -> {}
        }
        return List.copyOf(networks.requested);
    }

    private void annotated(JsonNode pod) {
        NetworkAnnotations annotations = ObjectReader.read(pod).annotations();
        add(annotations.defaultNetwork(), " as the default network");
        add(annotations.networks(), "");
    }

    private void machine(JsonNode instance) {
        annotated(instance);
        for (JsonNode network : instance.at("/spec/networks")) {
            String name = network.at("/multus/networkName").asText();
            if (!name.isEmpty()) {
                requested.add(name.contains("/") ? name : namespace + "/" + name);
            }
        }
    }

    private void add(@Nullable String annotation, String suffix) {
        if (annotation == null || annotation.isEmpty()) {
            return;
        }
        NetworkSelections read = NetworkSelectionsReader.read(annotation);
        if (read.items().isEmpty()) {
            requested.add(Quoted.of(annotation) + suffix);
        }
        read.items().forEach(item -> requested.add(words(item) + suffix));
    }

    private String words(NetworkSelection item) {
        List<String> words = new ArrayList<>();
        words.add(item.refFrom(namespace) + (item.namesItsInterface() ? " as " + item.interfaceName() : ""));
        words.addAll(item.ips());
        if (!item.mac().isEmpty()) {
            words.add("MAC " + item.mac());
        }
        return String.join(", ", words);
    }
}
