package dev.multihoming.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentGroupsTest {
    static Network network(String namespace, String name, String config) {
        return Network.of(new NadRef(namespace, name), config, "example.com/vf");
    }

    private static List<String> segments(Network... networks) {
        return SegmentGroups.of(List.of(networks)).stream()
                .map(group -> SegmentText.of(group.segment()) + ": "
                        + String.join(
                                " ",
                                group.networks().stream()
                                        .map(network -> network.ref().toString())
                                        .toList()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "bridge", "bridge": "br1", "vlan": 150                          | bridge br1, VLAN 150
            "type": "bridge"                                                        | bridge cni0, untagged
            "type": "cnv-bridge", "bridge": "br1"                                   | bridge br1, untagged
            "type": "ovs", "bridge": "br-ex", "vlan": 7                             | OVS bridge br-ex, VLAN 7
            "type": "ovs", "bridge": "br-ex"                                        | OVS bridge br-ex, all VLANs
            "type": "macvlan", "master": "eth1"                                     | link eth1, untagged
            "type": "macvlan", "master": "eth1.100"                                 | link eth1, VLAN 100
            "type": "ipvlan", "master": "eth1.100"                                  | link eth1, VLAN 100
            "type": "vlan", "master": "eth1", "vlanId": 100                         | link eth1, VLAN 100
            "type": "macvtap"                                                       | resource example.com/vf
            "type": "sriov", "vlan": 7                                              | resource example.com/vf, VLAN 7
            "type": "ib-sriov", "pkey": "0x10"                                      | resource example.com/vf, partition 0x10
            "type": "host-device", "device": "ens5"                                 | device ens5
            "type": "ovn-k8s-cni-overlay", "topology": "layer2"                     | OVN network net
            "type": "ovn-k8s-cni-overlay", "topology": "localnet", "vlanID": 9      | physical network net, VLAN 9
            """)
    void everyPluginHasItsKey(String fields, String segment) {
        assertThat(segments(network("a", "x", "{\"name\": \"net\", " + fields + "}")))
                .containsExactly(segment + ": a/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "dummy"                       | its config does not tell
            "type": "ptp"                         | its config does not tell
            "type": "bond"                        | its config does not tell
            "type": "tap"                         | its config does not tell
            "type": "macvlan"                     | its config does not tell
            "type": "vendor-cni"                  | its plugin is not known
            "type": "tuning"                      | no plugin makes an interface
            "type": "bridge", "vlan":             | its config cannot be read
            """)
    void whatIsNotKnownIsNeverPutTogether(String fields, String because) {
        Network one = network("a", "x", "{\"name\": \"net\", " + fields + "}");
        Network other = network("b", "x", "{\"name\": \"net\", " + fields + "}");

        assertThat(one.unknownBecause()).isEqualTo(because);
        assertThat(segments(one, other)).isEmpty();
        assertThat(network("a", "x", "").unknownBecause()).isEqualTo("its config is in a file of the node");
    }

    @Test
    void aTrunkDoesNotJoinTheVlansThatItCarries() {
        assertThat(
                        segments(
                                network("a", "x", "{\"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": 100}"),
                                network("b", "y", "{\"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": 150}"),
                                network(
                                        "c",
                                        "t",
                                        "{\"type\": \"bridge\", \"bridge\": \"br1\", \"vlanTrunk\": [{\"minID\": 100, \"maxID\": 199}]}")))
                .contains(
                        "bridge br1, VLAN 100: a/x c/t",
                        "bridge br1, VLAN 150: b/y c/t",
                        "bridge br1, untagged and VLANs 101-149, 151-199: c/t");
    }

    @Test
    void theVlanLinkAndTheVlanPluginMeet() {
        List<SegmentGroup> groups = SegmentGroups.of(List.of(
                network("a", "x", "{\"type\": \"macvlan\", \"master\": \"eth1.100\"}"),
                network("b", "y", "{\"type\": \"vlan\", \"master\": \"eth1\", \"vlanId\": 100}")));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.isShared()).isTrue();
            assertThat(group.segment().byConvention()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "macvlan", "master": "br1.150"                   | "type": "bridge", "bridge": "br1", "vlan": 150    | bridge br1, VLAN 150
            "type": "vlan", "master": "br1", "vlanId": 150           | "type": "bridge", "bridge": "br1", "vlan": 150    | bridge br1, VLAN 150
            "type": "macvlan", "master": "br1"                       | "type": "bridge", "bridge": "br1"                 | bridge br1, untagged
            "type": "bridge", "bridge": "br1", "vlan": 1             | "type": "bridge", "bridge": "br1"                 | bridge br1, untagged
            "type": "bridge", "bridge": "br1", "vlan": 1             | "type": "macvlan", "master": "br1"                | bridge br1, untagged
            "type": "bridge", "bridge": "br1", "vlanTrunk": [{"minID": 1, "maxID": 9}], "vlan": 5 | "type": "bridge", "bridge": "br1" | bridge br1, untagged
            "type": "bridge", "bridge": "br1", "vlan": 5, "preserveDefaultVlan": true | "type": "bridge", "bridge": "br1", "vlan": 1 | bridge br1, untagged
            "type": "macvlan", "master": "br1.150"                   | "type": "bridge", "bridge": "br1.150"             | bridge br1.150, untagged
            "type": "macvlan", "master": "br-ex.7"                   | "type": "ovs", "bridge": "br-ex", "vlan": 7       | OVS bridge br-ex, VLAN 7
            "type": "bridge", "bridge": "br-ex", "vlan": 7           | "type": "ovs", "bridge": "br-ex", "vlan": 7       | bridge br-ex, VLAN 7
            "type": "host-device", "device": "eth1"                  | "type": "macvlan", "master": "eth1"               | link eth1, untagged
            "type": "host-device", "device": "eth1.100"              | "type": "vlan", "master": "eth1", "vlanId": 100   | link eth1, VLAN 100
            "type": "macvlan", "master": "eth1"                      | "type": "macvlan", "master": "eth1", "mode": "passthru" | link eth1, untagged
            "type": "bond", "linksInContainer": false, "links": [{"name": "eth1"}, {"name": "eth2"}] | "type": "macvlan", "master": "eth2" | link eth2, untagged
            "type": "vendor", "delegate": {"type": "macvlan", "master": "eth1"} | "type": "macvlan", "master": "eth1"     | link eth1, untagged
            "type": "flannel"                                        | "type": "bridge"                                  | bridge cni0, untagged
            """)
    void pluginsOfTwoKindsMeet(String fields, String others, String segment) {
        Network one = network("a", "x", "{\"name\": \"net\", " + fields + "}");
        Network other = network("b", "y", "{\"name\": \"net\", " + others + "}");
        SegmentIndex index = new SegmentIndex();
        index.add(other);

        assertThat(segments(one, other)).contains(segment + ": a/x b/y");
        assertThat(one.segments().stream().flatMap(it -> index.meeting(it).in(SegmentNetworks.Scope.ALL)))
                .containsExactly(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "macvlan", "master": "br1.151"                   | "type": "bridge", "bridge": "br1", "vlan": 150
            "type": "macvlan", "master": "br1"                       | "type": "bridge", "bridge": "br1", "vlan": 150
            "type": "vlan", "master": "br1.150", "vlanId": 20        | "type": "bridge", "bridge": "br1", "vlan": 150
            "type": "bridge", "bridge": "br1.150"                    | "type": "bridge", "bridge": "br1", "vlan": 150
            "type": "macvlan", "master": "eth1.1"                    | "type": "macvlan", "master": "eth1"
            "type": "ovs", "bridge": "br1", "vlan": 1                | "type": "ovs", "bridge": "br1", "vlan": 0
            "type": "bridge", "bridge": "br1", "vlan": 5             | "type": "bridge", "bridge": "br1", "vlan": 1
            "type": "macvlan", "master": "net"                       | "type": "ovn-k8s-cni-overlay", "topology": "layer2"
            "type": "macvlan", "master": "net"                       | "type": "ovn-k8s-cni-overlay", "topology": "localnet"
            "type": "macvlan", "master": "eth1", "linkInContainer": true | "type": "macvlan", "master": "eth1"
            """)
    void otherNamesDoNotMeet(String fields, String others) {
        Network one = network("a", "x", "{\"name\": \"net\", " + fields + "}");
        Network other = network("b", "y", "{\"name\": \"net\", " + others + "}");

        assertThat(SegmentGroups.of(List.of(one, other))).noneMatch(SegmentGroup::isShared);
    }

    @Test
    void aResourceOfMacvtapIsOnItsLink() {
        Network macvtap =
                Network.of(new NadRef("a", "x"), "{\"type\": \"macvtap\"}", "macvtap.network.kubevirt.io/eth1.100");
        Network macvlan = network("b", "y", "{\"type\": \"macvlan\", \"master\": \"eth1.100\"}");

        assertThat(segments(macvtap, macvlan)).contains("link eth1, VLAN 100: a/x b/y");
    }

    @Test
    void aVlanThatCannotBeIsInNoGroup() {
        assertThat(segments(network("a", "x", "{\"type\": \"bridge\", \"bridge\": \"br1\", \"vlan\": 5000}")))
                .isEmpty();
    }

    @Test
    void manyNetworksTakeLittleTime() {
        List<Network> networks = IntStream.range(0, 10_000)
                .mapToObj(i -> network(
                        "ns" + i % 100,
                        "n" + i,
                        "{\"type\": \"bridge\", \"bridge\": \"br%d\", \"vlan\": %d, \"ipam\": {\"type\": \"host-local\", \"subnet\": \"10.0.0.0/24\"}}"
                                .formatted(i % 10, i % 400)))
                .toList();

        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(SegmentGroups.of(networks).stream()
                                .flatMap(group -> AddressOverlaps.of(group).keySet().stream())
                                .count())
                        .isEqualTo(10_000));
    }

    @Test
    void trunksWithoutEndTakeLittleTime() {
        List<Network> networks = Stream.of(
                        "[{\"minID\": 1, \"maxID\": 4094}]", "[{\"minID\": 1, \"maxID\": 900719925474}]")
                .map(trunk ->
                        network("a", "x" + trunk.length(), "{\"type\": \"bridge\", \"vlanTrunk\": " + trunk + "}"))
                .toList();

        assertThat(SegmentGroups.of(networks)).hasSizeLessThan(3);
    }
}
