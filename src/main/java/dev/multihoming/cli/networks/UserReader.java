package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.topology.NetworkUser;
import dev.multihoming.core.topology.NetworkUser.Role;
import dev.multihoming.core.topology.ObjectRef;
import dev.multihoming.core.topology.SelectedNetworks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads which networks an object selects, for itself or for the pods that it makes.
final class UserReader {
    private static final String MULTUS_NAMESPACE = Settings.DEFAULTS.multus().namespace();

    private UserReader() {}

    /// Empty for what selects none.
    static Optional<NetworkUser> read(ReviewedKind kind, String namespace, JsonNode object) {
        return switch (kind.content()) {
            case Content.Pods() -> user(Role.POD, kind, namespace, object, ofPod(object, namespace));
            case Content.Workloads(var shape) ->
                user(Role.WORKLOAD, kind, namespace, object, ofPod(at(object, shape.path()), namespace));
            case Content.Machines(var shape) ->
                user(Role.MACHINE, kind, namespace, object, ofMachine(at(object, shape.path()), namespace));
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
        return Optional.of(new NetworkUser(role, self, controller(object, namespace), networks));
    }

    private static String name(JsonNode object) {
        String name = object.at("/metadata/name").asText();
        return name.isEmpty() ? object.at("/metadata/generateName").asText() + "*" : name;
    }

    private static Optional<ObjectRef> controller(JsonNode object, String namespace) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(new ObjectRef(
                        owner.path("kind").asText(),
                        namespace,
                        owner.path("name").asText()));
            }
        }
        return Optional.empty();
    }

    private static Set<NadRef> ofPod(JsonNode pod, String namespace) {
        return pod.at("/spec/hostNetwork").asBoolean()
                ? Set.of()
                : SelectedNetworks.of(namespace, annotations(pod), MULTUS_NAMESPACE);
    }

    /// KubeVirt splits a name at the first slash (node-behavior.md#networks-of-a-virtual-machine).
    private static Set<NadRef> ofMachine(JsonNode instance, String namespace) {
        Set<NadRef> selected = new HashSet<>(SelectedNetworks.of(namespace, annotations(instance), MULTUS_NAMESPACE));
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

    private static JsonNode at(JsonNode object, String path) {
        return path.isEmpty() ? object : object.at("/" + path.replace('.', '/'));
    }

    private static NetworkAnnotations annotations(JsonNode object) {
        JsonNode annotations = object.at("/metadata/annotations");
        return new NetworkAnnotations(
                text(annotations, NetworkAnnotations.NETWORKS), text(annotations, NetworkAnnotations.DEFAULT_NETWORK));
    }

    private static @Nullable String text(JsonNode annotations, String key) {
        JsonNode value = annotations.get(key);
        return value == null || value.isNull() ? null : value.asText();
    }
}
