package dev.multihoming.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import dev.multihoming.plane.ProcessorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentOverlapsTest {
    private final SegmentIndex index = new SegmentIndex();

    @Test
    void findsWhatComparingWithAllFinds() {
        Random random = new Random(5);
        List<Network> there = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Network network = SegmentGroupsTest.network("n" + i % 7, "x" + i, config(random));
            there.add(network);
            index.add(network);
            if (random.nextInt(4) == 0) {
                index.remove(there.remove(random.nextInt(there.size())));
            }
            Network asked = SegmentGroupsTest.network("n" + random.nextInt(8), "asked", config(random));
            for (Scope scope : List.of(
                    Scope.ALL,
                    Scope.inside(asked.ref().namespace()),
                    Scope.outside(asked.ref().namespace()))) {
                Segment segment = asked.segment().orElseThrow();
                assertThat(index.meeting(segment).overlapping(asked, scope))
                        .extracting(Network::ref)
                        .containsExactlyInAnyOrderElementsOf(overlapping(asked, scope, there));
            }
        }
    }

    private static List<NadRef> overlapping(Network asked, Scope scope, List<Network> there) {
        Segment segment = asked.segment().orElseThrow();
        return there.stream()
                .filter(other -> other.segment().orElseThrow().meets(segment))
                .filter(other -> scope.has(other.ref()))
                .filter(other -> AddressOverlaps.between(asked, other))
                .map(Network::ref)
                .toList();
    }

    private static String config(Random random) {
        // Some are trunks.
        String vlans = random.nextInt(4) == 0
                ? "\"vlanTrunk\": [{\"minID\": %d, \"maxID\": 40}]".formatted(random.nextInt(4))
                : "\"vlan\": " + random.nextInt(3);
        return "{\"name\": \"net\", \"type\": \"bridge\", \"bridge\": \"br1\", %s, \"ipam\": {%s}}"
                .formatted(vlans, ipam(random));
    }

    /// More than the index tells apart.
    private static String manyRanges(Random random) {
        return IntStream.range(0, 12)
                .mapToObj(i -> "[{\"subnet\": \"10.%d.%d.0/27\"}]".formatted(random.nextInt(3), i * 20))
                .collect(Collectors.joining(", ", "\"type\": \"host-local\", \"ranges\": [", "]"));
    }

    private static String ipam(Random random) {
        String subnet = "10.%d.%d.0/%d".formatted(random.nextInt(3), random.nextInt(4) * 64, random.nextInt(14, 27));
        return switch (random.nextInt(7)) {
            case 0 -> "\"type\": \"host-local\", \"subnet\": \"%s\"".formatted(subnet);
            case 1 -> "\"type\": \"whereabouts\", \"range\": \"%s\"".formatted(subnet);
            case 6 -> manyRanges(random);
            case 2 ->
                "\"type\": \"whereabouts\", \"range\": \"%s\", \"enable_overlapping_ranges\": false".formatted(subnet);
            case 3 ->
                "\"type\": \"whereabouts\", \"range\": \"%s\", \"network_name\": \"other\", \"exclude\": [\"10.0.0.64/26\"]"
                        .formatted(subnet);
            case 4 ->
                "\"type\": \"static\", \"addresses\": [{\"address\": \"10.%d.0.%d/24\"}]"
                        .formatted(random.nextInt(3), random.nextInt(1, 250));
            default ->
                "\"type\": \"host-local\", \"ranges\": [[{\"subnet\": \"fd00::%d:0/%d\"}], [{\"subnet\": \"%s\"}]]"
                        .formatted(random.nextInt(3), random.nextInt(60, 127), subnet);
        };
    }

    /// All tenants of a cluster can be on one link, each with a range of its own: what a review costs must not grow
    /// with their number.
    @Test
    void manyNetworksOfOneSegmentAreNotLookedAtOneByOne() {
        int networks = 20_000;
        for (int i = 0; i < networks; i++) {
            index.add(tenant(i, "10.%d.%d.0/24".formatted(i / 256, i % 256)));
        }

        long found = ProcessorTime.atMost(Duration.ofSeconds(60), () -> {
            long overlaps = 0;
            for (int i = 0; i < networks; i++) {
                Network own = tenant(i, "10.%d.%d.0/25".formatted(i / 256, i % 256));
                SegmentNetworks others = index.meeting(own.segment().orElseThrow());
                Scope elsewhere = Scope.outside(own.ref().namespace());
                assertThat(others.in(elsewhere).findFirst()).isPresent();
                overlaps += others.overlapping(own, elsewhere).count();
            }
            return overlaps;
        });

        assertThat(found).isZero();
    }

    private static Network tenant(int number, String subnet) {
        return SegmentGroupsTest.network(
                "tenant-" + number,
                "net",
                "{\"type\": \"macvlan\", \"master\": \"eth1\", \"ipam\": {\"type\": \"host-local\", \"subnet\": \"%s\"}}"
                        .formatted(subnet));
    }
}
