package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// Only where the platform team has said which ranges are the cluster's.
/// See node-behavior.md#ipam-plugins.
@RuleCard(
        code = "MH228",
        name = "cluster-range-overlap",
        summary = "A network assigns addresses of the cluster's own ranges.",
        requirement = "additional networks should not use the cluster's addresses",
        why = """
                A pod with an address of that range on an additional network has a route to the range there: its \
                traffic to pods, services or nodes of the cluster with such addresses leaves through the wrong \
                interface.""",
        remedy = "Choose another range. Ask the platform team which ranges the cluster uses.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class ClusterRangeOverlap implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        List<IpSubnet> cluster = context.settings().networks().clusterRanges().stream()
                .sorted()
                .flatMap(range -> IpSubnet.parse(range).stream())
                .toList();
        if (cluster.isEmpty()) {
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> WrittenRange.allIn(config).flatMap(range -> observe(config, range, cluster)))
                .toList();
    }

    private static Stream<Violation> observe(ParsedConfig config, WrittenRange range, List<IpSubnet> cluster) {
        return cluster.stream()
                .filter(range.subnet()::overlaps)
                .limit(1)
                .map(other -> new Violation(
                        config.location(range.path(), range.offset()),
                        "%s overlaps with the cluster's range %s/%d"
                                .formatted(Quoted.of(range.text()), other.network(), other.prefix()),
                        "Choose a range outside of it"));
    }
}
