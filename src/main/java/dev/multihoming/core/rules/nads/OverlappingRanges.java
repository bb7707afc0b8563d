package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.Comparator;
import java.util.List;

/// See node-behavior.md#segments.
@RuleCard(
        code = "MH250",
        name = "overlapping-ranges",
        summary = "Two networks of one namespace and one segment may assign the same address.",
        requirement = "the networks of a segment should assign different addresses, or from one account",
        why = """
                Two networks are on one layer-2 segment and have overlapping ranges, but their IPAM plugins do not \
                know each other's addresses: host-local stores assigned addresses by the network's `name` on each \
                node, whereabouts by range, and across ranges only while `enable_overlapping_ranges` is not \
                `false`. Two pods then get the same address, and connections reach one or the other. Nothing fails \
                on the node. If a network has more than 256 ranges (excluded addresses split a range into parts), \
                the last ones are compared as one range for each IP family, from their first address to their \
                last. No overlap is missed, but an overlap in an excluded part may be reported.""",
        remedy = """
                Give each network its own range, or let both use one pool: with whereabouts, the same range.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class OverlappingRanges implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return Neighbours.beside(nad, context)
                .flatMap(found -> found
                        .overlapping()
                        .min(Comparator.comparing(other -> other.ref().name()))
                        .stream()
                        .map(other -> new Violation(
                                found.location(),
                                "the network %s on this segment assigns addresses of %s too, and neither learns of the other's"
                                        .formatted(Quoted.of(other.ref().name()), found.ranges()),
                                "Give each a range of its own")))
                .distinct()
                .toList();
    }
}
