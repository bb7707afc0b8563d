package dev.multihoming.core.rules.pods;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.JoinedNetworks;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// See node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH133",
        name = "network-selected-too-often",
        summary = "A pod selects networks that one pod cannot have together, or one network too often.",
        requirement = "one pod must be able to attach all networks that it selects",
        why = """
                A device of the node moves into the pod once, and later networks do not find it on the node. A link has one device for a VLAN, no second device \
                beside a macvlan in passthru mode, and either macvlan or ipvlan devices. Two ptp interfaces of one \
                subnet need two routes to one gateway. A VRF of the pod has one routing table. OVN-Kubernetes attaches a pod to a network once. A range has a limited number of addresses. The plugin of \
                the later network ends with an error, and the pod stays in ContainerCreating.""",
        remedy =
                "Remove the selection that the message names, or select a network on another link or with a larger range.",
        since = "0.1.0")
public final class NetworkSelectedTooOften implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (SelectedNetworks.items(pod, context).size() < 2) {
            return List.of();
        }
        // What a running pod has already is not looked up again.
        List<JoinedSelection> all = JoinedSelection.judged(pod, context, _ -> "");
        JoinedNetworks joined = new JoinedNetworks();
        List<Violation> violations = new ArrayList<>(0);
        for (JoinedSelection selection : all) {
            joined.add(selection.network(), "item " + selection.item().position(), selection.nad())
                    .map(fact ->
                            new Violation(selection.location(pod), fact, "Remove this selection, or the other one"))
                    .ifPresent(violations::add);
        }
        return violations;
    }
}
