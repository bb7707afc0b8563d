package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeDefaultsTest {
    private static final String BARE = NadReview.json("{'cniVersion': '0.3.1', 'type': 'bridge'}");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'cniVersion': '0.3.1', 'type': 'bridge'} | {'cniVersion': '0.3.1', 'type': 'bridge', 'vlan': 0, 'macspoofchk': true}",
                "{'cniVersion': '0.3.1', 'type': 'bridge', 'vlan': null} | {'cniVersion': '0.3.1', 'type': 'bridge', 'vlan': 0, 'macspoofchk': true}",
                "{'macspoofchk':null,'cniVersion':'0.3.1','vlan':null,'type':'bridge'} | {'macspoofchk':true,'cniVersion':'0.3.1','vlan':0,'type':'bridge'}",
                "{'vlan':null,'cniVersion':'0.3.1','vlan':null,'type':'bridge','macspoofchk':false} | {'vlan':0,'cniVersion':'0.3.1','vlan':0,'type':'bridge','macspoofchk':false}",
                "{'cniVersion':'0.3.1','type':'bridge','vlanTrunk':null,'macspoofchk':null} | {'cniVersion':'0.3.1','type':'bridge','vlanTrunk':null,'macspoofchk':true,'vlan':0}",
                "{'cniVersion':'0.3.1','type':'bridge','vlanTrunk':[{'id':7}]} | {'cniVersion':'0.3.1','type':'bridge','vlanTrunk':[{'id':7}],'macspoofchk':true}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'cnv-bridge','vlan':7},{'type':'tuning'}]} | {'cniVersion':'0.3.1','plugins':[{'type':'cnv-bridge','vlan':7,'macspoofchk':true},{'type':'tuning'}]}",
                "{'type':'bridge'} | {'type':'bridge','cniVersion':'0.3.0','vlan':0,'macspoofchk':true}",
            })
    void bridgesGetWhatTheyLack(String config, String repaired) {
        assertThat(NadReview.repaired(NadReview.json(config)).replace(": ", ":"))
                .isEqualTo(NadReview.json(repaired).replace(": ", ":"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'cniVersion':'0.3.1','type':'bridge','vlan':0,'macspoofchk':false}",
                "{'cniVersion':'0.3.1','type':'ovs','bridge':'br1'}",
                "{'cniVersion':'0.3.1','type':'sriov'}",
                "{'cniVersion':'0.3.1','type':'dummy','plugins':[{'type':'bridge'}]}",
                "{'cniVersion':'0.3.1','type':'acme','delegate':{'type':'bridge'}}",
                "{'cniVersion':'0.3.1','type':'bridge','vlan':7,'Macspoofchk':false}",
                "{'cniVersion':'0.3.1','type':'bridge','mac\u017fpoofchk':false}",
                "{'cniVersion':'0.2.0','type':'bridge'}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'bridge','vlan':0},{'type':'tuning','mac':'02:00:00:00:00:01'}]}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'bridge','vlan':0},{'type':'tuning','args':{'cni':{'mac':'02:00:00:00:00:01'}}}]}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'bridge','vlan':0},{'type':'tuning','MAC':'02:00:00:00:00:01'}]}",
            })
    void whatIsExplicitForeignOrDeniedIsNotTouched(String config) {
        assertThat(NadReview.repaired(NadReview.json(config))).isEqualTo(NadReview.json(config));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'cniVersion':'0.3.1','plugins':[{'type':'acme','mac':'02:00:00:00:00:01'},{'type':'bridge','vlan':0}]}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'bridge','vlan':0},{'type':'tuning','mac':''}]}",
                "{'cniVersion':'0.3.1','plugins':[{'type':'bridge','vlan':0},{'type':'tuning','capabilities':{'mac':true}}]}",
            })
    void onlyAnAddressThatALaterPluginSetsKeepsTheCheckAway(String config) {
        assertThat(NadReview.repaired(NadReview.json(config))).contains("\"vlan\":0,\"macspoofchk\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"developer", "system:serviceaccount:tenant-a:cluster-network-operator"})
    void nobodyButTheOwnersOfNetworksIsLeftAlone(String username) {
        assertThat(NadReview.repaired(BARE, username)).isNotEqualTo(BARE);
        assertThat(Settings.DEFAULTS.accounts().networkOwners())
                .isNotEmpty()
                .allSatisfy(owner -> assertThat(NadReview.repaired(BARE, owner)).isEqualTo(BARE));
    }
}
