package dev.multihoming.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentIndexTest {
    private final SegmentIndex index = new SegmentIndex();

    @Test
    void findsWhatLookingAtAllFinds() {
        Random random = new Random(20);
        List<Network> there = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Network network = SegmentGroupsTest.network("n" + i % 7, "x" + i, config(random));
            there.add(network);
            index.add(network);
            if (random.nextInt(4) == 0) {
                index.remove(there.remove(random.nextInt(there.size())));
            }
            Network asked = SegmentGroupsTest.network("a", "asked", config(random));
            assertThat(index.meeting(asked.segment().orElseThrow()).in(Scope.ALL))
                    .extracting(Network::ref)
                    .containsExactlyInAnyOrderElementsOf(there.stream()
                            .filter(other -> other.segment()
                                    .orElseThrow()
                                    .meets(asked.segment().orElseThrow()))
                            .map(Network::ref)
                            .toList());
        }
    }

    private static String config(Random random) {
        int vlan = random.nextInt(6);
        String trunk = IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> random.nextBoolean()
                        ? "{\"id\": %d}".formatted(random.nextInt(1, 8))
                        : "{\"minID\": %d, \"maxID\": %d}".formatted(random.nextInt(1, 8), random.nextInt(1, 8)))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return switch (random.nextInt(8)) {
            case 0 -> "{\"type\": \"ovs\", \"bridge\": \"br1\", \"trunk\": [%s]}".formatted(trunk);
            case 1 -> "{\"type\": \"sriov\", \"vlan\": %d}".formatted(vlan);
            case 2 -> "{\"type\": \"macvtap\"}";
            case 3 -> "{\"type\": \"macvlan\", \"master\": \"eth1.%d\"}".formatted(vlan);
            case 4 -> "{\"type\": \"macvlan\", \"master\": \"br1.%d\"}".formatted(vlan);
            case 5 -> "{\"type\": \"host-device\", \"device\": \"br1.%d\"}".formatted(vlan);
            case 6 -> "{\"type\": \"bridge\", \"bridge\": \"br1.%d\"}".formatted(vlan);
            default ->
                "{\"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": %d, \"vlanTrunk\": [%s]}".formatted(vlan, trunk);
        };
    }

    /// Authors decide how many delegates a config has, and each segment costs memory and time.
    @Test
    void theSegmentsOfOneNetworkAreBounded() {
        String delegates = IntStream.range(0, 2_000)
                .mapToObj("{\"type\": \"macvlan\", \"master\": \"a%d\"}"::formatted)
                .collect(Collectors.joining(", "));
        Network network = SegmentGroupsTest.network(
                "a", "many", "{\"type\": \"vendor\", \"delegates\": [%s]}".formatted(delegates));

        assertThat(network.segments()).hasSize(32);
    }

    @Test
    void aNetworkWithoutSegmentIsInNone() {
        Network unknown = SegmentGroupsTest.network("a", "x", "{\"type\": \"macvlan\"}");
        index.add(unknown);
        index.remove(unknown);

        assertThat(unknown.segment()).isEmpty();
    }

    @Test
    void anAuthorsManyRangesAreBounded() {
        String ranges = String.join(
                ", ",
                IntStream.range(0, 2_000)
                        .mapToObj(i -> "[{\"subnet\": \"10.%d.%d.0/24\"}]".formatted(i / 250, i % 250))
                        .toList());
        Network network = Network.of(
                new NadRef("a", "x"),
                "{\"type\": \"bridge\", \"ipam\": {\"type\": \"host-local\", \"ranges\": [%s]}}".formatted(ranges),
                "");

        assertThat(network.pools()).hasSizeBetween(2, 256);
    }
}
