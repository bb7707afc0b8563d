package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.topology.NetworkUser;
import dev.multihoming.core.topology.NetworkUser.Role;
import dev.multihoming.core.topology.ObjectRef;
import dev.multihoming.core.topology.SelectedNetworks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads which networks an object selects, for itself or for the pods that it makes.
public final class UserReader {
    private static final String MULTUS_NAMESPACE = Settings.DEFAULTS.multus().namespace();

    private UserReader() {}

    /// Empty for what selects none.
    public static Optional<NetworkUser> read(ReviewedKind kind, String namespace, JsonNode object) {
        return switch (kind.content()) {
            case Content.Pods() -> user(Role.POD, kind, namespace, object, ofPod(object, namespace));
            case Content.Workloads(var shape) ->
                user(Role.WORKLOAD, kind, namespace, object, ofPod(object.at(shape.pointer()), namespace));
            case Content.Machines(var shape) ->
                user(Role.MACHINE, kind, namespace, object, ofMachine(object.at(shape.pointer()), namespace));
            case Content.Nads(), Content.Bindings(), Content.Operator(), Content.NetworkPolicies(), Content.Own() ->
                Optional.empty();
        };
    }

    private static Optional<NetworkUser> user(
            Role role, ReviewedKind kind, String namespace, JsonNode object, Set<NadRef> networks) {
        if (networks.isEmpty()) {
            return Optional.empty();
        }
        ObjectRef self = new ObjectRef(kind.kind(), namespace, name(object));
        return Optional.of(new NetworkUser(role, self, ObjectRef.controllerOf(object, namespace), networks));
    }

    private static String name(JsonNode object) {
        String name = object.at("/metadata/name").asText();
        return name.isEmpty() ? object.at("/metadata/generateName").asText() + "*" : name;
    }

    private static Set<NadRef> ofPod(JsonNode pod, String namespace) {
        return pod.at("/spec/hostNetwork").asBoolean()
                ? Set.of()
                : SelectedNetworks.of(namespace, ObjectReader.read(pod).annotations(), MULTUS_NAMESPACE);
    }

    /// KubeVirt splits a name at the first slash (node-behavior.md#networks-of-a-virtual-machine).
    private static Set<NadRef> ofMachine(JsonNode instance, String namespace) {
        Set<NadRef> selected = new HashSet<>(
                SelectedNetworks.of(namespace, ObjectReader.read(instance).annotations(), MULTUS_NAMESPACE));
        for (JsonNode network : instance.at("/spec/networks")) {
            JsonNode multus = network.path("multus");
            String name = multus.path("networkName").asText();
            int slash = name.indexOf('/');
            if (slash > 0) {
                selected.add(new NadRef(name.substring(0, slash), name.substring(slash + 1)));
            } else if (!name.isEmpty()) {
                selected.add(new NadRef(multus.path("default").asBoolean() ? MULTUS_NAMESPACE : namespace, name));
            }
        }
        return selected;
    }
}
