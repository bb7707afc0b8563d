package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.NetworkDefaults;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.NetworkLimits.VlanRange;
import dev.multihoming.core.review.OtherSettings;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
            {'type':'bond','links':[{'name':'br1','NAME':'eth1'}],'linksInContainer':false} | cannot be told: the key "NAME" stands beside "name"
            {'type':'bond','links':[{'name':'eth1','NAME':'br1'}]} | cannot be told: the key "NAME" stands beside "name"
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
        expect(config, fact, new NetworkLimits(null, null, Set.of("br1"), null, true, null, null));
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
            {'type':'ovs','trunk':[{'id':100}],'Trunk':null} | cannot be told: the key "Trunk" stands beside "trunk"
            {'type':'ovs','trunk':null,'vlan':100} | ``
            {'type':'ovs','TRUNK':[]} | VLANs 0 to 4094
            {'type':'ovn-k8s-cni-overlay','topology':'localnet'} | "vlanID" is not set
            {'type':'ovn-k8s-cni-overlay','topology':'layer3','vlanID':7} | ``
            {'type':'vlan','vlanId':7} | VLAN 7
            {'type':'vlan','vlanId':100,'master':'eth1'} | ``
            {'type':'vlan','vlanId':100,'master':'eth1.300'} | VLAN 300
            {'type':'macvlan','master':'eth1.300'} | VLAN 300 is not permitted here, and the link in "master" carries it
            {'type':'macvlan','master':'eth1.150'} | ``
            {'type':'macvlan','master':'eth1'} | untagged
            {'type':'macvlan','master':'eth1','mode':'passthru'} | VLANs 0 to 4094
            {'type':'macvlan'} | untagged
            {'type':'macvlan','master':'eth1','linkInContainer':true} | ``
            {'type':'ipvlan','master':'bond0.12'} | VLAN 12
            {'type':'bond','links':[{'name':'eth1.100'},{'name':'eth2'}]} | VLANs 0 to 4094
            {'type':'bond','links':[{'name':'net1'}],'linksInContainer':true} | ``
            """)
    void onlyPermittedVlans(String config, String fact) {
        expect(config, fact, new NetworkLimits(null, TENANTS, null, null, true, null, null));
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
        expect(config, fact, new NetworkLimits(null, null, null, null, false, null, null));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'bridge','ipam':{'type':'host-local'}} | ``
            {'type':'bridge','ipam':{'type':'whereabouts'}} | "whereabouts"
            {'type':'bridge','ipam':{'type':'vendor-sdn'}} | "vendor-sdn"
            {'type':'bridge','IPAM':{'TYPE':'vendor-sdn'}} | "vendor-sdn"
            {'type':'bridge','ipam':{'type':'macvlan'}} | "macvlan"
            {'type':'flannel','delegate':{'type':'vendor-sdn'}} | "vendor-sdn"
            {'type':'flannel','delegate':{'type':'bridge','ipam':{'type':'vendor-ipam'}}} | "vendor-ipam"
            {'type':'theirs','delegates':[{'type':'vendor-sdn'}]} | "vendor-sdn"
            {'type':'theirs','policy':{'type':'k8s'}} | ``
            """)
    void aPluginForTheAddressesIsOneToo(String config, String fact) {
        expect(
                config,
                fact,
                new NetworkLimits(
                        Set.of("bridge", "host-local", "flannel", "theirs"), null, null, null, true, null, null));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'flannel','delegate':{'type':'macvlan','master':'eth0'}} | "eth0"
            {'type':'flannel','delegate':{'type':'macvlan','master':'br1'}} | ``
            {'type':'flannel','Delegate':{'Type':'macvlan','type':'bridge','bridge':'br1'}} | cannot be told: the key "type" stands beside "Type"
            {'type':'flannel','delegate':{'bridge':'br0'}} | "br0"
            {'type':'flannel'} | "bridge" is not set
            {'type':'flannel','delegate':{'bridge':'br1'}} | ``
            {'type':'flannel','delegate':{'type':'host-device','device':'br1'}} | "host-device"
            {'type':'flannel','delegate':{'type':'bridge','bridge':'br1','master':'eth0'},'ipam':{'type':'macvlan'},'master':'br1'} | "eth0"
            {'type':'theirs','delegates':[{'a':{'type':'ipvlan','master':'eth0'}}]} | "eth0"
            {'type':'theirs','plugins':[{'type':'theirs'},{'type':'bond','links':[{'name':'br1'}]}]} | "links" takes the device "br1"
            {'type':'theirs','ipam':{'type':'macvlan','master':'eth0'},'master':'br1'} | ``
            {'type':'theirs','ipam':{'type':'host-local'},'policy':{'type':'k8s'}} | ``
            {'type':'bridge','bridge':'br1','delegate':{'type':'macvlan','master':'eth0'}} | ``
            {'type':'bridge','bridge':'br1','ipam':{'type':'flannel'},'delegate':{'type':'macvlan','master':'eth0'}} | "eth0"
            {'plugins':[{'type':'flannel','delegate':{'type':'macvlan','master':'eth0'}}],'x':{'type':'vlan'}} | "eth0"
            """)
    void whatIsHandedOnToo(String config, String fact) {
        expect(config, fact, new NetworkLimits(null, null, Set.of("br1"), null, false, null, null));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'type':'bridge','bridge':'br1','vlan':150} | ``
            {'type':'bridge','bridge':'br1','vlan':250} | the segment "br1/250" is not permitted here
            {'type':'bridge','bridge':'br2','vlan':150} | the segment "br2/150" is not permitted here
            {'type':'bridge','bridge':'br1'} | the segment "br1/0" (untagged) is not permitted here
            {'type':'bridge','vlan':150} | the segment "cni0/150" is not permitted here
            {'type':'bridge','bridge':'br1','vlan':150,'preserveDefaultVlan':true} | the segment "br1/0" (untagged)
            {'type':'bridge','bridge':'br1','vlan':100,'vlanTrunk':[{'minID':140,'maxID':210}]} | ``
            {'type':'bridge','bridge':'br1','vlan':100,'vlanTrunk':[{'minID':140,'maxID':211}]} | the segment "br1/140-211" is not all permitted here
            {'type':'bridge','bridge':'br1','vlan':100,'vlanTrunk':[{'minID':250,'maxID':150}]} | the segment "br1/150-250" is not all
            {'type':'cnv-bridge','bridge':'br1','vlan':99999999999} | the segment "br1/2147483647"
            {'type':'ovs','bridge':'br1','vlan':100} | ``
            {'type':'ovs','bridge':'br1'} | the segment "br1/0-4094" is not all permitted here
            {'type':'ovs'} | the segment of this network is not known ("bridge" is not set)
            {'type':'macvlan','master':'br1.150'} | ``
            {'type':'macvlan','master':'br1.250'} | the segment "br1/250", which the name of the link "br1.250" gives
            {'type':'macvlan','master':'eth1'} | the segment "eth1/0" (untagged)
            {'type':'macvlan','master':'phys','mode':'passthru'} | ``
            {'type':'macvlan','master':'eth1','mode':'passthru'} | the segment "eth1/0-4094" is not all
            {'type':'macvlan'} | not known ("master" is not set)
            {'type':'ipvlan','master':'net1','linkInContainer':true} | ``
            {'type':'vlan','master':'br1','vlanId':150} | ``
            {'type':'vlan','master':'br1.150','vlanId':150} | the segment "br1.150/150" is not permitted here
            {'type':'vlan','master':'net1','vlanId':300,'linkInContainer':true} | the segment of this network is not known (it tags
            {'type':'bond','links':[{'name':'phys'},{'name':'eth1'}]} | the segment "eth1/0-4094" is not all
            {'type':'bond','links':[{'name':'eth1'}],'linksInContainer':true} | ``
            {'type':'host-device','device':'phys'} | ``
            {'type':'host-device','device':'br1'} | the segment "br1/*" is not permitted here
            {'type':'host-device','pciBusID':'0000:3b:02.1'} | not known ("pciBusID" names the device "0000:3b:02.1")
            {'type':'host-device','hwaddr':'02:00:00:00:00:01'} | not known ("device" is not set)
            {'type':'sriov','vlan':100} | not known (the network names no resource)
            {'type':'ovn-k8s-cni-overlay','topology':'localnet','name':'phys'} | ``
            {'type':'ovn-k8s-cni-overlay','topology':'localnet','name':'x','physicalNetworkName':'br1','vlanID':300} | the segment "br1/300"
            {'type':'ovn-k8s-cni-overlay','topology':'layer2','name':'phys'} | ``
            {'type':'ovn-k8s-cni-overlay','topology':'layer2','name':'br1'} | the segment "br1/*" is not permitted here
            {'type':'ptp'} | ``
            {'type':'dummy'} | ``
            {'type':'tap','bridge':'br0'} | ``
            {'type':'loopback'} | ``
            {'type':'theirs','bridge':'br1','vlan':150} | not known (the plugin "theirs" is not known to the webhook)
            {'plugins':[{'type':'bridge','bridge':'br1','vlan':150},{'type':'tuning'}]} | ``
            {'type':'bridge','bridge':'br1','vlan':150,'master':'eth1','ipam':{'type':'macvlan'}} | the segment "eth1/0" (untagged)
            """)
    void onlyListedSegments(String config, String fact) {
        expect(
                config,
                fact,
                new NetworkLimits(
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        SegmentList.of(List.of("br1/200-210", "br1/100-199", "phys/*"))));
    }

    @Test
    void aPluginThatThePolicyNamesMayBeOnUnknownSegments() {
        SegmentList segments = SegmentList.of(List.of("br1/100-199"));
        expect(
                "{'plugins':[{'type':'theirs'}]}",
                null,
                new NetworkLimits(Set.of("theirs"), null, null, null, null, null, segments));
        expect(
                "{'type':'macvlan'}",
                "\"master\" is not set",
                new NetworkLimits(Set.of("macvlan"), null, null, null, null, null, segments));
    }

    @Test
    void aRemedyQuotesTheListOfThePolicy() {
        NetworkLimits limits = new NetworkLimits(
                null, null, null, null, null, null, SegmentList.of(List.of("br1/100-199", "br1/7", "physnet1/*")));
        assertThat(observe("{'type':'bridge','bridge':'br1','vlan':8}", limits))
                .extracting(Violation::remedy)
                .containsExactly(
                        "Use what it permits (segments \"br1/100-199\", \"br1/7\", \"physnet1/*\"), or ask for more");
        assertThat(observe(
                        "{'type':'bridge'}", new NetworkLimits(null, null, null, null, null, null, SegmentList.EMPTY)))
                .extracting(Violation::remedy)
                .containsExactly("It permits no segments: ask for more");
    }

    @Test
    void aRemedyNamesAFew() {
        NetworkLimits limits = new NetworkLimits(
                Set.of("tap", "ovs", "vlan", "host-device"),
                TENANTS,
                Set.of("f", "e", "d", "c", "b", "a", "g"),
                null,
                false,
                null,
                null);
        assertThat(observe("{'type':'vlan','master':'x','vlanId':7}", limits))
                .extracting(Violation::remedy)
                .containsExactly(
                        "Use what it permits (links \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more), or ask for more",
                        "Use what it permits (VLANs 100 to 149, 150 to 199), or ask for more");
        assertThat(observe("{'type':'host-device','device':'a'}", limits))
                .extracting(Violation::remedy)
                .containsExactly("Use what it permits (plugins \"ovs\", \"tap\", \"vlan\"), or ask for more");
        assertThat(observe(
                        "{'type':'macvlan','master':'a'}",
                        new NetworkLimits(null, null, Set.of(), null, true, null, null)))
                .extracting(Violation::remedy)
                .containsExactly("It permits no links: ask for more");
    }

    private static void expect(String config, @Nullable String fact, NetworkLimits limits) {
        List<String> facts =
                observe(config, limits).stream().map(Violation::fact).toList();
        if (fact == null || fact.isEmpty()) {
            assertThat(facts).isEmpty();
        } else {
            assertThat(facts).singleElement().asString().contains(fact);
        }
    }

    /// What the repair will write is what is permitted or not.
    @ParameterizedTest
    @CsvSource({"150, MUTATE, true", "150, VALIDATE, false", "250, MUTATE, false", "0, MUTATE, false"})
    void theVlanOfThePolicyComesBeforeItsLimits(int vlan, Phase phase, boolean isPermitted) {
        Context usual = NadReview.context(phase, "developer");
        Settings limited = OtherSettings.with(
                Settings.DEFAULTS, "networks.limits", new NetworkLimits(null, TENANTS, null, null, null, null, null));
        Settings settings =
                OtherSettings.with(limited, "networks.defaults", new NetworkDefaults(true, vlan, true, false, false));
        Context context = new Context(usual.phase(), usual.requester(), usual.cluster(), settings);

        assertThat(new NetworkNotPermitted()
                        .find(NadReview.nad(NadReview.json("{'type':'bridge','bridge':'br1'}")), context))
                .hasSize(isPermitted ? 0 : 1);
    }

    private static List<Violation> observe(String config, NetworkLimits limits) {
        Context usual = NadReview.context(Phase.VALIDATE, "developer");
        Context context = new Context(
                usual.phase(),
                usual.requester(),
                usual.cluster(),
                OtherSettings.with(Settings.DEFAULTS, "networks.limits", limits));
        return new NetworkNotPermitted().find(NadReview.nad(NadReview.json(config)), context);
    }
}
