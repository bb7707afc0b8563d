package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#segments. Whose network it is, and which addresses it has, is not told.
@RuleCard(
        code = "MH251",
        name = "overlapping-ranges-elsewhere",
        summary = "A network may assign the same addresses as a network of another namespace on its segment.",
        requirement = "the networks of a segment should assign different addresses, or from one account",
        why = """
                As [MH250](MH250.md), but the other network is in another namespace: two tenants with bridge br1, \
                VLAN 150, 10.1.0.0/24 and 10.1.0.0/25 give one address to two pods. It is also reported if the \
                policy shares the segment ([MH249](MH249.md)): a shared segment needs a common address plan.

                An update that changes neither the segment nor the addresses is not reported; the audit still \
                counts the network.

                The message does not say whose the other network is, or which addresses it has. `multihoming \
                networks --overlaps` and the [report of the cluster](../policies.md#report-of-the-cluster) name \
                both, to users who can read them. If this rule warns or denies, an author who tries ranges can \
                find out which ones are in use; `limits.segments` ([MH231](MH231.md)) is the recommended control.""",
        remedy = """
                Use a segment of the namespace's own, or ask the team that plans the segment's addresses for a \
                range.""",
        since = "0.1.0",
        mode = Mode.AUDIT)
public final class OverlappingRangesElsewhere implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return Neighbours.elsewhere(nad, context)
                .filter(found -> found.overlapping().findAny().isPresent())
                .map(found -> new Violation(
                        found.location(),
                        "a network of another namespace on this segment assigns some addresses of %s too"
                                .formatted(found.ranges()),
                        "Ask who plans the addresses of this segment for a range"))
                .distinct()
                .toList();
    }
}
