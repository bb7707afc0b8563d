package dev.multihoming.core.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the classes of plugins say, held against itself and against the table of segments.
class PluginFactsTest {
    static Stream<CniPlugin> plugins() {
        return KnownPlugins.types().stream().sorted().flatMap(type -> KnownPlugins.of(type).stream());
    }

    static Stream<IpamPlugin> ipamPlugins() {
        return KnownPlugins.ipamTypes().stream().sorted().flatMap(type -> KnownPlugins.ipam(type).stream());
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void everyKeyThatIsNamedIsAFieldOfThePlugin(CniPlugin plugin) {
        Set<String> fields = keys(plugin.fields());
        Stream<String> named = Stream.of(
                        plugin.form().stream().map(FormField::key),
                        plugin.injectedFields().stream(),
                        plugin.deviceKeys().stream(),
                        plugin.vlanKey().stream(),
                        plugin.trunkKey().stream())
                .flatMap(all -> all);
        assertEquals(List.of(), named.filter(key -> !fields.contains(key)).toList());
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void aPluginThatNeedsAnIpamSaysSoInItsRequirementsToo(CniPlugin plugin) {
        boolean required = plugin.spec().requirements().contains(Requirement.always("ipam", "type"));
        assertEquals(required, plugin.ipam() == IpamNeed.REQUIRED);
    }

    @ParameterizedTest
    @MethodSource("ipamPlugins")
    void everyKeyThatIsNamedIsAFieldOfTheIpamPlugin(IpamPlugin plugin) {
        Set<String> fields = keys(plugin.fields());
        Stream<String> ofModel = switch (plugin.addresses()) {
            case AddressModel.Pool pool ->
                Stream.concat(Stream.of(pool.range(), pool.list(), pool.first(), pool.last()), pool.exclude().stream());
            case AddressModel.Fixed fixed -> Stream.of(fixed.list());
            case AddressModel.Server _ -> Stream.empty();
        };
        Stream<String> named = Stream.concat(ofModel, plugin.form().stream().map(FormField::key));
        assertEquals(List.of(), named.filter(key -> !fields.contains(key)).toList());
    }

    @Test
    void onlyThreePluginsAreNewerThanTheFirstVersion() {
        assertEquals(
                List.of("bandwidth 0.3.0", "firewall 0.4.0", "vrf 0.3.1"),
                plugins()
                        .filter(plugin -> !plugin.cniVersionFloor().equals(CniVersion.ABSENT))
                        .map(plugin -> plugin.types().iterator().next() + " " + plugin.cniVersionFloor())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"bridge"}                                                  | BRIDGE cni0 0-0
                    {"type":"cnv-bridge","bridge":"br1","vlan":7}                      | BRIDGE br1 7-7
                    {"type":"ovs","bridge":"br1"}                                      | OVS_BRIDGE br1 0-4094
                    {"type":"macvlan","master":"eth1"}                                 | LINK eth1 0-0
                    {"type":"ipvlan","master":"eth1.100"}                              | LINK eth1 100-100
                    {"type":"vlan","master":"eth1","vlanId":100}                       | LINK eth1 100-100
                    {"type":"macvlan","master":"eth1.5000"}                            | LINK eth1.5000 0-0
                    {"type":"macvlan","master":"net1","linkInContainer":true}          | unknown
                    {"type":"macvlan"}                                                 | unknown
                    {"type":"sriov","vlan":9}                                          | RESOURCE example.com/vf 9-9
                    {"type":"ib-sriov","pkey":"0x8001"}                                | RESOURCE example.com/vf 0x8001
                    {"type":"host-device","device":"eth3"}                             | DEVICE eth3
                    {"type":"host-device"}                                             | RESOURCE example.com/vf
                    {"type":"host-device","pciBusID":"0000:3b:02.1"}                   | unknown
                    {"type":"macvlan","master":"eth1","mode":"passthru"}               | LINK eth1 0-4094
                    {"type":"ovn-k8s-cni-overlay","topology":"layer2"}                 | OVN_NETWORK blue
                    {"type":"ovn-k8s-cni-overlay","topology":"localnet","vlanID":3}    | PHYSICAL_NETWORK blue 3-3
                    {"type":"ptp"}                                                     | unknown
                    """)
    void theSegmentIsThatOfTheTable(String config, String expected) {
        assertEquals(expected, segment(config).map(PluginFactsTest::words).orElse("unknown"));
    }

    @Test
    void segmentsMeetWhereKeyAndVlanDo() {
        Segment vlan100 = segment("{\"type\":\"vlan\",\"master\":\"eth1\",\"vlanId\":100}")
                .orElseThrow();
        Segment byName =
                segment("{\"type\":\"macvlan\",\"master\":\"eth1.100\"}").orElseThrow();
        Segment untagged = segment("{\"type\":\"macvlan\",\"master\":\"eth1\"}").orElseThrow();
        assertTrue(vlan100.meets(byName));
        assertTrue(byName.byConvention());
        assertFalse(untagged.meets(byName));
    }

    @Test
    void aVlanAndAPassthruMacvlanTakeOnePodOfANode() {
        assertEquals(PodsPerNode.ONE, podsPerNode("{\"type\":\"vlan\",\"master\":\"eth1\"}"));
        assertEquals(PodsPerNode.ONE, podsPerNode("{\"type\":\"macvlan\",\"mode\":\"passthru\"}"));
        assertEquals(PodsPerNode.UNLIMITED, podsPerNode("{\"type\":\"macvlan\",\"mode\":\"bridge\"}"));
        assertEquals(PodsPerNode.ONE_PER_DEVICE, podsPerNode("{\"type\":\"sriov\"}"));
    }

    private static PodsPerNode podsPerNode(String config) {
        CniConfig.Plugin plugin = plugin(config);
        return KnownPlugins.of(plugin).orElseThrow().podsPerNode(plugin.object());
    }

    private static Optional<Segment> segment(String config) {
        CniConfig.Plugin plugin = plugin(config);
        return KnownPlugins.of(plugin).orElseThrow().segment(plugin.object(), "blue", "example.com/vf");
    }

    private static CniConfig.Plugin plugin(String config) {
        return CniConfigReader.read(config).plugins().getFirst();
    }

    private static String words(Segment segment) {
        String vlans = segment.vlans().stream()
                .map(v -> " " + v.first() + "-" + v.last())
                .collect(Collectors.joining());
        return segment.kind() + " " + segment.name() + vlans
                + (segment.partition().isEmpty() ? "" : " " + segment.partition());
    }

    private static Set<String> keys(List<Field> fields) {
        return fields.stream().map(Field::key).collect(Collectors.toSet());
    }
}
