package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import java.util.Set;

/// Which objects the API server asks about at all, by what the shipped webhook configurations say in their selectors
/// and match conditions.
public final class Interception {
    /// Whose requests the webhook never sees: what the cluster needs to come up again, and ourselves.
    public static final Set<String> LEFT_OUT =
            Set.of("kube-system", "kube-public", "kube-node-lease", "multihoming-system");

    private Interception() {}

    /// Whether the creation of that object is asked about. Objects that say nothing to Multus are not told apart here:
    /// nothing is found in them.
    static boolean isAsked(Resource resource, String namespace, JsonNode object) {
        return !LEFT_OUT.contains(namespace)
                && !isDefaultOfOvn(resource, namespace, object)
                && !(TemplateShapes.WORKLOADS.containsKey(resource) && isControlled(object));
    }

    /// OVN-Kubernetes writes it while the cluster installs itself.
    private static boolean isDefaultOfOvn(Resource resource, String namespace, JsonNode object) {
        return resource.equals(Subjects.NADS)
                && namespace.equals("openshift-ovn-kubernetes")
                && object.at("/metadata/name").asText().equals("default");
    }

    /// Whoever made the owner has been told.
    private static boolean isControlled(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
