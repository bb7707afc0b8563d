package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.rules.nads.OverlappingRangesElsewhere;
import dev.multihoming.core.rules.nads.SharedSegment;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.SegmentNetworks;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import dev.multihoming.core.topology.SegmentText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names what the reports of namespaces must not name, because tenants read them: the networks
/// of other namespaces that a network shares its segment or its addresses with. For the
/// cluster-scoped report alone.
final class Neighbourhood {
    private static final String SHARED = Card.of(SharedSegment.class).code();
    private static final String OVERLAPPING =
            Card.of(OverlappingRangesElsewhere.class).code();

    /// As many are named.
    private static final int MAX_NAMED = 10;

    /// Thousands of networks can be on one segment, and each of them is audited.
    private static final int MAX_LOOKED_AT = 100;

    private static final Comparator<Network> BY_NAME = Comparator.comparing(
                    (Network network) -> network.ref().namespace())
            .thenComparing(network -> network.ref().name());

    private final Function<Segment, SegmentNetworks> networksOn;

    Neighbourhood(Function<Segment, SegmentNetworks> networksOn) {
        this.networksOn = networksOn;
    }

    /// Those of the results that have something to name, with the names in their messages.
    List<AuditResult> named(JsonNode nad, List<AuditResult> results) {
        return results.stream()
                .filter(result -> isAboutNeighbours(result.code()))
                .flatMap(result -> named(nad, result).stream())
                .toList();
    }

    private static boolean isAboutNeighbours(String code) {
        return code.equals(SHARED) || code.equals(OVERLAPPING);
    }

    private Optional<AuditResult> named(JsonNode nad, AuditResult result) {
        NadRef ref = new NadRef(result.object().namespace(), result.object().name());
        String resource = nad.path("metadata")
                .path("annotations")
                .path(NodeNeeds.RESOURCE)
                .asText();
        Network own = Network.of(ref, nad.at("/spec/config").asText(), resource.strip());
        return own.segment().map(segment -> result.saying(message(own, segment, result)));
    }

    private String message(Network own, Segment segment, AuditResult result) {
        boolean overlapping = result.code().equals(OVERLAPPING);
        SegmentNetworks networks = networksOn.apply(segment);
        Scope elsewhere = Scope.outside(own.ref().namespace());
        List<Network> others = (overlapping ? networks.overlapping(own, elsewhere) : networks.in(elsewhere))
                .limit(MAX_LOOKED_AT)
                .sorted(BY_NAME)
                .toList();
        return "%s %s: %s on %s %s %s"
                .formatted(
                        result.code(),
                        result.rule(),
                        text(own),
                        SegmentText.of(segment),
                        overlapping ? "may assign addresses that these networks assign too:" : "shares it with",
                        names(others));
    }

    private static String names(List<Network> others) {
        if (others.isEmpty()) {
            return "networks that are not known any more";
        }
        String named = others.stream().limit(MAX_NAMED).map(Neighbourhood::text).collect(Collectors.joining(", "));
        return others.size() > MAX_NAMED ? named + " and others" : named;
    }

    private static String text(Network network) {
        String pools = network.pools().stream()
                .map(AddressPool::text)
                .distinct()
                .limit(MAX_NAMED)
                .collect(Collectors.joining(", "));
        return network.ref() + (pools.isEmpty() ? "" : " (" + pools + ")");
    }
}
