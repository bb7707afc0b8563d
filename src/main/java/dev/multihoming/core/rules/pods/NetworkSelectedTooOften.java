package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// See node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH133",
        name = "network-selected-too-often",
        summary = "A pod selects networks that one pod cannot have together, or one network too often.",
        requirement = "one pod must be able to attach all networks that it selects",
        why = """
                A device of the node moves into the pod once, and later networks do not find it on the node. A link has one device for a VLAN, no second device \
                beside a macvlan in passthru mode, and either macvlan or ipvlan devices. Two ptp interfaces of one \
                subnet need two routes to one gateway. OVN-Kubernetes attaches a pod to a network once. A range has a limited number of addresses. The plugin of \
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
        List<Violation> violations = new ArrayList<>(0);
        Map<NadRef, Integer> seen = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            JoinedSelection selection = all.get(i);
            int times = seen.merge(selection.nad().ref(), 1, Integer::sum);
            Optional<String> clash = clash(selection, all.subList(0, i));
            Optional<String> fact = clash.isPresent() ? clash : exhausted(selection, times);
            fact.map(it -> new Violation(selection.location(pod), it, "Remove this selection, or the other one"))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    /// A network with a resource has a device of its own for each selection.
    private static Optional<String> clash(JoinedSelection selection, List<JoinedSelection> before) {
        LinkClaim claim = selection.abilities().claim();
        if (claim == null
                || (claim.isOfTheNode() && selection.nad().needs().resource().isPresent())) {
            return Optional.empty();
        }
        for (JoinedSelection other : before) {
            LinkClaim taken = other.abilities().claim();
            if (taken != null && (taken.excludes(claim) || taken.takesFrom(claim))) {
                return Optional.of("%s %s, and item %d %s"
                        .formatted(
                                selection.network(),
                                claim.words(),
                                other.item().position(),
                                taken.equals(claim) ? "does so already" : taken.words()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> exhausted(JoinedSelection selection, int times) {
        Addressing addressing = selection.abilities().addressing();
        return addressing == null
                ? Optional.empty()
                : addressing
                        .capacity()
                        .filter(capacity -> capacity.compareTo(BigInteger.valueOf(times)) < 0)
                        .map(capacity -> "%s is selected %d times, and its range has %d addresses for pods"
                                .formatted(selection.network(), times, capacity));
    }
}
