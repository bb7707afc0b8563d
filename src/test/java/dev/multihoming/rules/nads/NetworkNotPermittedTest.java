package dev.multihoming.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.review.Context;
import dev.multihoming.review.NetworkLimits;
import dev.multihoming.review.NetworkLimits.VlanRange;
import dev.multihoming.review.OtherSettings;
import dev.multihoming.review.Phase;
import dev.multihoming.review.Settings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ways around each limit that no fixture shows.
class NetworkNotPermittedTest {
    private static final List<VlanRange> TENANTS = List.of(new VlanRange(100, 149), new VlanRange(150, 199));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'macvlan','master':'eth1','LinkInContainer':true} | ``
            {'type':'vlan','master':'eth1','linkInContainer':true} | ``
            {'type':'ipvlan','linkInContainer':false} | "master" is not set
            {'type':'cnv-bridge','bridge':'br0','linkInContainer':true} | "br0"
            {'type':'host-device','hwaddr':'02:00:00:00:00:01','linkInContainer':true} | "device" is not set
            {'type':'bond','links':[{'name':'br1','NAME':'eth1'}],'linksInContainer':false} | ``
            {'type':'bond','links':[{'name':'eth1','NAME':'br1'}]} | "eth1"
            {'type':'bond','links':[{'name':'eth1'}],'linksInContainer':true} | ``
            {'type':'tap','bridge':'br0'} | ``
            {'type':'sriov'} | ``
            {'type':'sriov','DeviceID':'0000:3b:02.1'} | "0000:3b:02.1"
            {'type':'ovn-k8s-cni-overlay','topology':'localnet','name':'phys'} | "phys"
            {'type':'ovn-k8s-cni-overlay','topology':'localnet','name':'phys','physicalNetworkName':'br1'} | ``
            {'plugins':[{'type':'ovn-k8s-cni-overlay','topology':'localnet'}],'name':'phys'} | "phys"
            {'type':'ovn-k8s-cni-overlay','topology':'layer2','name':'phys'} | ``
            {'type':'bridge','bridge':'br1','master':'eth1','ipam':{'type':'macvlan'}} | "eth1"
            """)
    void onlyPermittedLinks(String config, String fact) {
        expect(config, fact, new NetworkLimits(null, null, Set.of("br1"), true));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'bridge','vlan':100,'vlanTrunk':[{'minID':140,'maxID':160}]} | ``
            {'type':'bridge','vlan':100,'vlanTrunk':[{'minID':140,'maxID':200}]} | VLANs 140 to 200
            {'type':'bridge','vlan':100,'vlanTrunk':[]} | ``
            {'type':'bridge','vlan':null,'vlanTrunk':[{'id':100}]} | untagged (VLAN 0) is not permitted here, and "vlan" is not set
            {'type':'bridge','vlan':0,'vlanTrunk':[{}],'preserveDefaultVlan':true} | untagged
            {'type':'bridge','vlan':100,'PreserveDefaultVlan':true} | and "preserveDefaultVlan" keeps it
            {'type':'bridge','vlan':100,'preserveDefaultVlan':false} | ``
            {'type':'ovs','trunk':[{'minID':0,'maxID':4094}]} | VLANs 0 to 4094
            {'type':'ovs','trunk':[{'id':100}],'vlan':7} | ``
            {'type':'ovs','trunk':[{'id':100}],'Trunk':null} | VLANs 0 to 4094
            {'type':'ovs','trunk':null,'vlan':100} | ``
            {'type':'ovs','TRUNK':[]} | VLANs 0 to 4094
            {'type':'ovn-k8s-cni-overlay','topology':'localnet'} | "vlanID" is not set
            {'type':'ovn-k8s-cni-overlay','topology':'layer3','vlanID':7} | ``
            {'type':'vlan','vlanId':7} | VLAN 7
            """)
    void onlyPermittedVlans(String config, String fact) {
        expect(config, fact, new NetworkLimits(null, TENANTS, null, true));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'sriov','deviceID':''} | ``
            {'type':'sriov','pciBusID':'0000:3b:02.1'} | ``
            {'type':'ib-sriov','DEVICEID':'0000:3b:02.1'} | "0000:3b:02.1"
            {'type':'macvtap','deviceID':'eth0'} | "eth0"
            {'type':'ovn-k8s-cni-overlay','deviceID':'0000:3b:02.1'} | "0000:3b:02.1"
            {'type':'bridge','deviceID':'0000:3b:02.1','runtimeConfig':{'deviceID':'x'}} | ``
            {'type':'theirs','runtimeConfig':{'deviceId':'0000:3b:02.1'}} | "runtimeConfig.deviceID"
            {'type':'host-device','runtimeConfig':{'deviceID':'0000:3b:02.1'}} | "host-device"
            {'type':'bond','links':[{'name':'eth1'}],'linksInContainer':true} | ``
            {'type':'bond','links':[{'name':'eth1'}]} | "links" takes the device "eth1"
            {'type':'dummy','device':'eth0','IPAM':{'Type':'host-device'}} | "host-device"
            {'type':'dummy','ipam':{'type':'host-local'}} | ``
            """)
    void noDevicesOfTheNode(String config, String fact) {
        expect(config, fact, new NetworkLimits(null, null, null, false));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'bridge','ipam':{'type':'whereabouts'}} | ``
            {'type':'bridge','ipam':{'type':'their-ipam'}} | ``
            {'type':'bridge','ipam':{'type':'macvlan'}} | "macvlan"
            """)
    void aPluginForTheAddressesIsOneToo(String config, String fact) {
        expect(config, fact, new NetworkLimits(Set.of("bridge"), null, null, true));
    }

    private static void expect(String config, @Nullable String fact, NetworkLimits limits) {
        Context usual = NadReview.context(Phase.VALIDATE, "developer");
        Context context = new Context(
                usual.phase(),
                usual.requester(),
                usual.cluster(),
                OtherSettings.with(Settings.DEFAULTS, "networkLimits", limits));
        List<String> facts = new NetworkNotPermitted()
                .find(NadReview.nad(NadReview.json(config)), context).stream()
                        .map(observation -> observation.fact())
                        .toList();
        if (fact == null || fact.isEmpty()) {
            assertThat(facts).isEmpty();
        } else {
            assertThat(facts).singleElement().asString().contains(fact);
        }
    }
}
