package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// See node-behavior.md#ovn-kubernetes-primary-networks: `unexpected primary network "…" specified with a
/// NetworkSelectionElement`, whatever the namespace.
@RuleCard(
        code = "MH122",
        name = "primary-network-selected",
        summary = "A pod selects a primary network of OVN-Kubernetes, which it gets without selecting it.",
        requirement = "pods have the primary network of their namespace without selecting it",
        why = """
                A primary user-defined network replaces the cluster's network for all pods of its namespaces: each \
                pod has it as `ovn-udn1`, without any annotation. If a pod selects one, OVN-Kubernetes rejects it, \
                and the pod stays in ContainerCreating.""",
        remedy = """
                Remove the network from the annotation. For an additional interface make a network with the role `secondary`, and \
                select that.""",
        since = "0.1.0")
public final class PrimaryNetworkSelected implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return Violation.ofEach(
                JoinedSelection.judged(pod, context, _ -> ""),
                selection -> selection.nad().isPrimary(),
                selection -> new Violation(
                        selection.location(pod), fact(selection.item(), pod), "Remove this item from the annotation"));
    }

    /// Whether another namespace's network is also this one's is not known.
    private static String fact(NetworkSelection item, Pod pod) {
        String primary = "%s is a primary network of OVN-Kubernetes".formatted(Quoted.of(item.name()));
        return SelectedNetworks.isForeign(item, pod)
                ? primary + " in namespace " + Quoted.of(item.namespace()) + ", which no pod can select"
                : primary + ", and the pod has it already, as ovn-udn1";
    }
}
