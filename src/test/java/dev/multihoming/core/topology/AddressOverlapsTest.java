package dev.multihoming.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressOverlapsTest {
    private static Network bridge(String namespace, String ipam) {
        return SegmentGroupsTest.network(
                namespace,
                "net",
                "{\"name\": \"net\", \"type\": \"bridge\", \"bridge\": \"br1\", \"ipam\": {" + ipam + "}}");
    }

    private static boolean overlap(Network... networks) {
        return SegmentGroups.of(List.of(networks)).stream()
                .anyMatch(group -> !AddressOverlaps.of(group).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "host-local", "subnet": "10.1.0.0/24" | "type": "host-local", "subnet": "10.1.0.0/25"
            "type": "host-local", "ranges": [[{"subnet": "10.1.0.0/24"}]] | "type": "whereabouts", "range": "10.1.0.0/16"
            "type": "static", "addresses": [{"address": "10.1.0.9/24"}] | "type": "whereabouts", "range": "10.1.0.0/24"
            "type": "static", "addresses": [{"address": "10.1.0.9/24"}] | "type": "static", "addresses": [{"address": "10.1.0.9/16"}]
            "type": "whereabouts", "range": "10.1.0.0/24" | "type": "whereabouts", "range": "10.1.0.0/25", "enable_overlapping_ranges": false
            "type": "whereabouts", "range": "10.1.0.0/24" | "type": "whereabouts", "range": "10.1.0.0/24", "network_name": "other"
            "type": "whereabouts", "range": "10.1.0.9-10.1.0.20/24", "enable_overlapping_ranges": false | "type": "whereabouts", "range": "10.1.0.16/28", "enable_overlapping_ranges": false
            "type": "host-local", "subnet": "fd00::/64" | "type": "host-local", "subnet": "fd00::/80"
            "type": "whereabouts", "range": "10.2.0.0/24", "addresses": [{"address": "10.1.0.9/24"}] | "type": "host-local", "subnet": "10.1.0.0/24"
            "type": "whereabouts", "range": "10.2.0.0/24", "addresses": [{"address": "10.1.0.9/24"}] | "type": "whereabouts", "range": "10.1.0.0/24"
            "type": "static"}, "args": {"cni": {"ips": ["10.1.0.9/24"]} | "type": "whereabouts", "range": "10.1.0.0/24"
            "type": "static"}, "runtimeConfig": {"ips": ["10.1.0.9/24"] | "type": "host-local", "subnet": "10.1.0.0/24"
            """)
    void whatDoesNotKnowOfTheOtherOverlaps(String one, String other) {
        assertThat(overlap(bridge("a", one), bridge("b", other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "host-local", "subnet": "10.1.0.0/24" | "type": "host-local", "subnet": "10.1.1.0/24"
            "type": "host-local", "subnet": "10.1.0.0/24", "rangeEnd": "10.1.0.99" | "type": "host-local", "subnet": "10.1.0.0/24", "rangeStart": "10.1.0.100"
            "type": "whereabouts", "range": "10.1.0.0/24" | "type": "whereabouts", "range": "10.1.0.0/25"
            "type": "whereabouts", "range": "10.1.0.0/24", "enable_overlapping_ranges": false | "type": "whereabouts", "range": "10.1.0.0/24", "enable_overlapping_ranges": false
            "type": "whereabouts", "range": "10.1.0.0/24", "exclude": ["10.1.0.128/25"] | "type": "static", "addresses": [{"address": "10.1.0.200/24"}]
            "type": "static", "addresses": [{"address": "10.1.0.8/24"}] | "type": "static", "addresses": [{"address": "10.1.0.9/24"}]
            "type": "host-local", "subnet": "10.1.0.0/24" | "type": "host-local", "subnet": "fd00::/64"
            "type": "host-local", "subnet": "10.1.0.0/32" | "type": "host-local", "subnet": "10.1.0.0/24"
            "type": "dhcp" | "type": "host-local", "subnet": "10.1.0.0/24"
            "type": "host-local", "subnet": "nonsense" | "type": "host-local", "subnet": "10.1.0.0/24"
            """)
    void whatIsApartOrSharesAnAccountDoesNot(String one, String other) {
        assertThat(overlap(bridge("a", one), bridge("b", other))).isFalse();
    }

    @Test
    void rangesBeyondTheBoundAreNotPassedOver() {
        String many = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "{\"address\": \"10.%d.0.9/24\"}".formatted(i % 250))
                .collect(Collectors.joining(", "));
        Network large = bridge(
                "a",
                "\"type\": \"static\", \"addresses\": [%s, {\"address\": \"172.16.0.9/24\"}, {\"address\": \"fd00::9/64\"}]"
                        .formatted(many));

        assertThat(overlap(
                        large, bridge("b", "\"type\": \"static\", \"addresses\": [{\"address\": \"172.16.0.9/24\"}]")))
                .isTrue();
        assertThat(overlap(large, bridge("b", "\"type\": \"static\", \"addresses\": [{\"address\": \"fd00::9/64\"}]")))
                .isTrue();
        assertThat(overlap(large, bridge("b", "\"type\": \"host-local\", \"subnet\": \"192.168.0.0/24\"")))
                .isFalse();
        assertThat(large.pools()).hasSize(256);
    }

    @Test
    void rangesBeyondTheBoundKeepTheAccountThatAllOfThemHave() {
        String many = IntStream.rangeClosed(0, 299)
                .mapToObj(i -> "{\"range\": \"10.%d.%d.0/24\"}".formatted(i / 250, i % 250))
                .collect(Collectors.joining(", "));
        Network large = bridge("a", "\"type\": \"whereabouts\", \"ipRanges\": [%s]".formatted(many));

        assertThat(overlap(large, bridge("b", "\"type\": \"whereabouts\", \"range\": \"10.1.40.0/24\"")))
                .isFalse();
        assertThat(overlap(large, bridge("b", "\"type\": \"host-local\", \"subnet\": \"10.1.40.0/24\"")))
                .isTrue();
    }

    @Test
    void networksOfAnotherSegmentDoNotOverlap() {
        String config =
                "{\"type\": \"bridge\", \"bridge\": \"%s\", \"ipam\": {\"type\": \"host-local\", \"subnet\": \"10.1.0.0/24\"}}";

        assertThat(overlap(
                        SegmentGroupsTest.network("a", "x", config.formatted("br1")),
                        SegmentGroupsTest.network("b", "x", config.formatted("br2"))))
                .isFalse();
    }

    @Test
    void ovnKeepsOneAccountForEachNetworkOfItsName() {
        String config = "{\"name\": \"%s\", \"type\": \"ovn-k8s-cni-overlay\", \"topology\": \"localnet\","
                + " \"physicalNetworkName\": \"physnet\", \"subnets\": \"10.1.0.0/24\", \"excludeSubnets\": \"%s\"}";
        Network one = SegmentGroupsTest.network("a", "x", config.formatted("one", "10.1.0.0/25"));

        assertThat(overlap(one, SegmentGroupsTest.network("b", "x", config.formatted("one", ""))))
                .isFalse();
        assertThat(overlap(one, SegmentGroupsTest.network("b", "x", config.formatted("two", ""))))
                .isTrue();
        assertThat(overlap(one, SegmentGroupsTest.network("b", "x", config.formatted("two", "10.1.0.128/25"))))
                .isFalse();
    }

    @Test
    void oneThatReachesFarIsFoundBehindOthers() {
        Network wide = bridge("a", "\"type\": \"host-local\", \"subnet\": \"10.0.0.0/8\"");
        Network near = bridge("b", "\"type\": \"host-local\", \"subnet\": \"10.1.0.0/24\"");
        Network far = bridge("c", "\"type\": \"host-local\", \"subnet\": \"10.200.0.0/24\"");

        var overlaps =
                AddressOverlaps.of(SegmentGroups.of(List.of(wide, near, far)).getFirst());

        assertThat(overlaps.get(far.ref())).isEqualTo(Set.of(wide.ref()));
        assertThat(overlaps.get(wide.ref())).containsExactlyInAnyOrder(near.ref(), far.ref());
    }
}
