package dev.multihoming.core.rules.workloads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.pods.SharedPools;
import dev.multihoming.core.subject.Workload;
import java.util.List;

/// Other pods may have addresses of the range, too: what this finds cannot work even on an empty cluster. See
/// node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH404",
        name = "more-pods-than-addresses",
        summary = "A workload creates more pods than a network has addresses.",
        requirement = "each pod needs an address of its own from the range",
        why = """
                A range of whereabouts is one for the whole cluster. When its addresses are in use, the plugin ends \
                with "Could not allocate IP in range", and the pods that are left stay in ContainerCreating.""",
        remedy = "Give the network a larger range, exclude less of it, or run fewer pods.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MorePodsThanAddresses implements Rule<Workload> {
    @Override
    public List<Violation> find(Workload workload, Context context) {
        long copies = workload.copies().written().orElse(1);
        return copies <= 1
                ? List.of()
                : SharedPools.of(workload.pod(), context).stream()
                        .filter(pools -> pools.areTooSmallFor(copies))
                        .map(pools -> new Violation(
                                pools.location().within(workload.path()),
                                "the %s makes %d pods, and %s has addresses for %d"
                                        .formatted(workload.kind(), copies, pools.network(), pools.pods()),
                                "Give the network a larger range, or run fewer pods"))
                        .toList();
    }
}
