package dev.multihoming.core.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.subject.Owner;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Set;

/// A row of the table of what is reviewed ([ReviewedKinds]).
///
/// @param kind as manifests call it; empty for a subresource
/// @param repaired the operations for which the shipped configuration asks `/mutate`
/// @param judged the operations for which it asks `/validate`; where it asks for none, another configuration may, and
///     the object is judged all the same
/// @param audited whether existing objects are looked through
public record ReviewedKind(
        Resource resource, String kind, Content content, Set<String> repaired, Set<String> judged, boolean audited) {
    /// Whose requests the webhook never sees: what the cluster needs to come up again, and ourselves.
    public static final Set<String> LEFT_OUT =
            Set.of("kube-system", "kube-public", "kube-node-lease", "multihoming-system");

    /// What such an object is to the rules.
    public sealed interface Content {
        record Pods() implements Content {}

        /// Their annotations come to the pod.
        record Bindings() implements Content {}

        record Nads() implements Content {}

        /// Makes NADs: the configuration of OpenShift's network operator.
        record Operator() implements Content {}

        record Workloads(Shape shape) implements Content {}

        record Machines(Shape shape) implements Content {}

        /// MultiNetworkPolicies.
        record NetworkPolicies() implements Content {}

        /// Policies and exemptions.
        record Own() implements Content {}
    }

    /// Of a custom resource with a pod template at that path: the API server asks no webhook about it.
    public static ReviewedKind ofTemplate(String kind, String path) {
        return new ReviewedKind(
                new Resource("", "", ""),
                kind,
                new Content.Workloads(new Shape(kind, path, 1)),
                Set.of(),
                Set.of(),
                false);
    }

    public boolean isNad() {
        return content instanceof Content.Nads;
    }

    public boolean isPod() {
        return content instanceof Content.Pods;
    }

    /// Whether the API server asks `/validate` about the creation of that object. Objects without
    /// anything for Multus are not told apart here: nothing is found in them.
    public boolean isJudged(String namespace, JsonNode object) {
        return !LEFT_OUT.contains(namespace)
                && judged.contains("CREATE")
                // The author of a controller has been told.
                && !(content instanceof Content.Workloads
                        && Owner.controllerOf(object).isPresent());
    }

    /// Whether it asks `/mutate` about the creation of one that is judged.
    public boolean isRepaired(String namespace, JsonNode object) {
        return repaired.contains("CREATE") && !(isNad() && isDefaultOfOvn(namespace, object));
    }

    /// OVN-Kubernetes writes it while the cluster installs itself, and must get what it wrote.
    private static boolean isDefaultOfOvn(String namespace, JsonNode object) {
        return namespace.equals("openshift-ovn-kubernetes")
                && object.at("/metadata/name").asText().equals("default");
    }
}
