package dev.multihoming.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// See node-behavior.md#cni-plugins.
class AttachmentReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'bridge','bridge':'br1','vlan':100,'macspoofchk':true} | bridge br1 | 100 | random | none (layer 2) | no
            {'type':'cnv-bridge'} | bridge cni0 | untagged | random | none (layer 2) | no
            {'type':'bridge','bridge':'b','vlanTrunk':[{'id':5},{'minID':7,'maxID':9}]} | bridge b | trunk 5, trunk 7-9, untagged | random | none (layer 2) | no
            {'type':'bridge','bridge':'b','vlan':3,'vlanTrunk':[],'preserveDefaultVlan':true} | bridge b | 3, untagged | random | none (layer 2) | no
            {'type':'bridge','BRIDGE':'b','args':{'cni':{'mac':'02:00:00:00:00:09'}}} | bridge b | untagged | 02:00:00:00:00:09 | none (layer 2) | no
            {'type':'bridge','bridge':'b','ipam':{'type':'host-local','ranges':[[{'subnet':'10.1.0.0/16'}],[{'subnet':'fd00::/64'}]]}} | bridge b | untagged | random | host-local 10.1.0.0/16, fd00::/64 | no
            {'type':'bridge','bridge':'b','ipam':{'type':'dhcp'}} | bridge b | untagged | random | dhcp | if the DHCP server names a router
            {'type':'bridge','bridge':'b','ipam':{'type':'theirs'}} | bridge b | untagged | random | theirs | no
            {'type':'macvlan','master':'eth1','ipam':{'type':'static','addresses':[{'address':'10.1.2.3/24'}],'routes':[{'dst':'0.0.0.0/1'}]}} | master eth1 | its master's | random | static 10.1.2.3/24 | yes, by the route 0.0.0.0/1
            {'type':'macvlan','mac':'02:00:00:00:00:02'} | link of the node's default route | its master's | 02:00:00:00:00:02 | none (layer 2) | no
            {'type':'ipvlan','master':'net1','linkInContainer':true,'ipam':{'type':'whereabouts','range':'10.1.0.0/16'}} | master net1 of the pod | its master's | its master's | whereabouts 10.1.0.0/16 | no
            {'type':'vlan','master':'eth1','vlanId':7} | master eth1 | 7 | its master's | none (layer 2) | no
            {'type':'host-device','device':'ens5'} | device ens5 | - | the device's own | none (layer 2) | no
            {'type':'host-device','pciBusID':'0000:3d:00.1'} | device 0000:3d:00.1 | - | the device's own | none (layer 2) | no
            {'type':'sriov'} | no device | as the device has it | the device's own | none (layer 2) | no
            {'type':'sriov','vlan':0} | no device | untagged | the device's own | none (layer 2) | no
            {'type':'ovs','bridge':'br-ex'} | OVS bridge br-ex | all | random | none (layer 2) | no
            {'type':'ovs','bridge':'br-ex','trunk':[{'id':5}]} | OVS bridge br-ex | trunk 5 | random | none (layer 2) | no
            {'type':'ovs','bridge':'br-ex','vlan':3,'trunk':[{'id':5},{'minID':0,'maxID':9}]} | OVS bridge br-ex | trunk 5 | random | none (layer 2) | no
            {'type':'ovs','bridge':'br-ex','vlan':3,'trunk':[]} | OVS bridge br-ex | 3 | random | none (layer 2) | no
            {'type':'ovs','bridge':'br-ex','trunk':[]} | OVS bridge br-ex | all | random | none (layer 2) | no
            {'type':'tap'} | - | - | random | none (layer 2) | no
            {'type':'tap','bridge':'br1'} | bridge br1 of the pod | - | random | none (layer 2) | no
            {'type':'ptp','ipam':{'type':'host-local','subnet':'10.1.0.0/16'}} | the node | - | random | host-local 10.1.0.0/16 | no
            {'type':'bond','linksInContainer':true,'links':[{'name':'net1'},{'name':'net2'}]} | net1 and net2 of the pod | its links' | its links' | none (layer 2) | no
            {'type':'ovn-k8s-cni-overlay','name':'blue','topology':'layer2','subnets':'10.1.0.0/16'} | OVN network blue | - | OVN's | OVN 10.1.0.0/16 | no
            {'type':'ovn-k8s-cni-overlay','name':'blue','topology':'localnet','physicalNetworkName':'phys','vlanID':7} | physical network phys | 7 | OVN's | none (layer 2) | no
            {'type':'theirs','bridge':'br1'} | not known | not known | not known | not known | not known
            """)
    void everyPluginIsRead(String config, String link, String vlan, String mac, String addresses, String defaultRoute) {
        Attachment made = read(config, "", AttachmentRequest.NOTHING);

        assertThat(List.of(made.link(), made.vlan(), made.mac(), made.addresses(), made.defaultRoute()))
                .containsExactly(link, vlan, mac, addresses, defaultRoute);
    }

    static List<String> types() {
        return KnownPlugins.types().stream()
                .filter(type -> !KnownPlugins.of(type).orElseThrow().chained())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingIsUnknownOfAKnownPluginButWhereItIsConnected(String type) {
        Attachment made = read("{'type': '" + type + "'}", "", AttachmentRequest.NOTHING);

        assertThat(List.of(made.vlan(), made.mac(), made.addresses(), made.defaultRoute()))
                .doesNotContain("not known");
    }

    @Test
    void aDeviceOfAResourceGoesBeforeTheOneThatThePodAsksFor() {
        AttachmentRequest wanted = new AttachmentRequest("", "", List.of(), List.of(), "0000:3d:00.1");

        assertThat(read("{'type': 'sriov'}", "example.com/vf", wanted).link()).isEqualTo("a device of example.com/vf");
        assertThat(read("{'type': 'sriov'}", "", wanted).link()).isEqualTo("device 0000:3d:00.1");
    }

    @Test
    void aChainIsReadByThePluginThatMakesTheInterface() {
        Attachment made = read(
                "{'plugins': [{'type': 'bridge', 'bridge': 'br1'}, {'type': 'tuning', 'mac': '02:00:00:00:00:03'}]}",
                "",
                AttachmentRequest.NOTHING);

        assertThat(made.plugin()).isEqualTo("bridge + tuning");
        assertThat(made.link()).isEqualTo("bridge br1");
        assertThat(made.mac()).isEqualTo("02:00:00:00:00:03");
    }

    @Test
    void theBridgePrefersTheArgumentsUnlessItHasTheCapability() {
        AttachmentRequest both =
                new AttachmentRequest("02:00:00:00:00:01", "02:00:00:00:00:02", List.of(), List.of(), "");

        assertThat(read("{'type': 'bridge'}", "", both).mac()).isEqualTo("02:00:00:00:00:02");
        assertThat(read("{'type': 'bridge', 'capabilities': {'mac': true}}", "", both)
                        .mac())
                .isEqualTo("02:00:00:00:00:01");
        assertThat(read("{'type': 'ipvlan'}", "", both).mac()).isEqualTo("its master's, not 02:00:00:00:00:01");
        assertThat(read("{'type': 'dummy'}", "", both).mac()).isEqualTo("02:00:00:00:00:01 asked for");
    }

    @Test
    void addressesThatThePodAsksForAreShownWithWhoIsAsked() {
        AttachmentRequest wanted = new AttachmentRequest("", "", List.of("10.1.2.3/24"), List.of(), "");

        assertThat(read("{'type': 'bridge', 'ipam': {'type': 'static'}}", "", wanted)
                        .addresses())
                .isEqualTo("10.1.2.3/24 asked of static");
        assertThat(read("{'type': 'theirs'}", "", wanted).addresses()).isEqualTo("10.1.2.3/24 asked for");
    }

    @Test
    void whatMultusCannotRunMakesNothing() {
        assertThat(read("{'plugins': []}", "", AttachmentRequest.NOTHING).plugin())
                .isEqualTo("none that runs");
        assertThat(read("no JSON", "", AttachmentRequest.NOTHING).plugin()).isEqualTo("none that runs");
    }

    private static Attachment read(String config, String resource, AttachmentRequest wanted) {
        return AttachmentReader.read(
                new NetworkConfig.Written(CniConfigReader.read(config.replace('\'', '"')), resource), wanted);
    }
}
