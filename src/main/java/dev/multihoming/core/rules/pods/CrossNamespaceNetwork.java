package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Judged from the text alone: without a lookup the answer does not tell what exists in other namespaces.
/// See node-behavior.md#namespace-isolation.
@RuleCard(
        code = "MH105",
        name = "cross-namespace-network",
        summary = "A pod selects a network of another namespace.",
        requirement = "a pod may use only networks of its own namespace",
        why = """
                A NetworkAttachmentDefinition connects a pod to a VLAN, a bridge or a device of the node. Users \
                who can create pods in one namespace must not use the networks of another. Multus enforces this \
                only with `namespaceIsolation`, and then the pod stays in ContainerCreating.""",
        remedy = """
                Ask for a NetworkAttachmentDefinition of that network in the pod's own namespace and select it \
                without a namespace. Writing the pod's own namespace is allowed. The platform team can allow it with \
                `allowedForeignReferences` in a policy: `namespace/name`, or `namespace` for all networks of a \
                namespace.""",
        since = "0.1.0",
        hides = true)
public final class CrossNamespaceNetwork implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return Violation.ofEach(
                SelectedNetworks.judged(pod, context),
                selection -> SelectedNetworks.isRefusedForeign(selection, pod, context),
                selection -> observe(selection, pod));
    }

    private static Violation observe(NetworkSelection selection, Pod pod) {
        return new Violation(
                SelectedNetworks.placeOf(selection, pod),
                "%s is a network of namespace %s, and the pod is in namespace %s"
                        .formatted(
                                Quoted.of(selection.name()),
                                Quoted.of(selection.namespace()),
                                Quoted.of(pod.namespace())),
                "Select a network of namespace %s, or ask the platform team to provide this one there"
                        .formatted(Quoted.of(pod.namespace())));
    }
}
