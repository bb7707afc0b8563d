package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.BandwidthLimits;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// See node-behavior.md#bandwidth: the plugin takes the limits of a pod in the place of its own.
@RuleCard(
        code = "MH132",
        name = "impossible-bandwidth",
        summary = "A pod requests bandwidth limits that its network's bandwidth plugin rejects.",
        requirement = "a limit of bandwidth has a rate and a burst, on an interface with an end on the node",
        why = """
                The bandwidth plugin rejects a rate without a burst, and a burst without a rate. It sets limits on \
                the node's end of the interface, which macvlan, ipvlan, VLAN devices and devices that move into \
                the pod do not have. The plugin ends with an error, and the pod stays in ContainerCreating.""",
        remedy = """
                Write both: `{"ingressRate": 1000000, "ingressBurst": 1000000}`, in bits per second and bits. On a \
                network without such an end, remove `bandwidth`.""",
        since = "0.1.0")
public final class ImpossibleBandwidth implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.BANDWIDTH)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (JoinedSelection selection :
                JoinedSelection.judged(pod, context, item -> limits(item).toString())) {
            NetworkAbilities abilities = selection.abilities();
            BandwidthLimits limits = limits(selection.item());
            if (!abilities.capabilities().contains(BandwidthLimits.CAPABILITY) || limits.areNone()) {
                continue;
            }
            limits.refusal()
                    .ifPresent(refusal ->
                            violations.add(new Violation(selection.location(pod), refusal.fact(), refusal.remedy())));
            if (Boolean.FALSE.equals(abilities.hasVeth())) {
                violations.add(new Violation(
                        selection.location(pod),
                        "\"bandwidth\" sets a limit, and the interface of %s has no end on the node"
                                .formatted(abilities.main()),
                        "Remove \"bandwidth\", or select a bridge network"));
            }
        }
        return violations;
    }

    private static BandwidthLimits limits(NetworkSelection item) {
        return item.bandwidth().map(BandwidthLimits::of).orElse(BandwidthLimits.NONE);
    }
}
