package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the runs on a node do not cover.
class NadRulesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                // Where libcni reads a map, null is a wrong type; where it reads a struct, null is absent.
                "{'type':'a','cniVersion':null} | ``",
                "{'plugins':[{'type':'a'}],'cniVersion':null} | MH208",
                "{'plugins':[{'type':'a'}],'cniVersions':null} | MH208",
                "{'plugins':[{'type':'a'}],'disableGC':null} | MH210",
                "{'type':'a','disableGC':'no'} | ``",
                "{'type':'a','name':null} | MH207",
                "{'type':'a','dns':null,'capabilities':{'mac':null},'ipam':null} | ``",
                "{'type':'a','dns':{'nameservers':[null]}} | ``",
                "{'type':'a','dns':{'nameservers':'10.0.0.1'}} | MH210",
                "{'type':'a','prevResult':[]} | MH210 MH602",
                "{'type':'a','cni.dev/valid-attachments':[{'ifname':1}]} | MH210",
                "{'plugins':[{'type':'a','name':5}]} | MH210",
                "{'plugins':[{'type':'a','cniVersion':'x'}]} | ``",
                "{'cniVersion':'0.3.1','type':'bridge','vlanTrunk':[null]} | MH210 MH603",
                "{'cniVersion':'0.3.1','type':'bridge','vlanTrunk':[{}]} | ``",
                "{'cniVersion':'0.3.1','type':'bridge','vlanTrunk':[{'minId':1,'maxID':2}]} | MH202",
                "{'cniVersion':'0.3.1','type':'bridge','vlan':100.5} | MH210",
                "{'cniVersion':'0.3.1','type':'bridge','mtu':1e19} | MH210",
                "{'cniVersion':'0.3.1','type':'bridge','args':{'cni':{'mac':1}}} | MH210",
                "{'cniVersion':'0.3.1','type':'bridge','args':{'cni':{'MAC':'02:00:00:00:00:01'}}} | MH202",
                "{'cniVersion':'0.3.1','type':'bridge','ipMasq':true,'ipMasqBackend':'ipvs'} | MH210",
                // Keys of a mapping are free, those of an unknown plugin unknown.
                "{'type':'a','capabilities':{'mac':true,'MAC':false}} | ``",
                "{'type':'a','Vlan':1,'foo':1,'Foo':2} | ``",
                "{'type':'a','foo':1,'foo':2} | MH202",
                "{'type':'a','foo':[{'b':1,'b':1}]} | MH203",
                // The Kelvin sign folds to k.
                "{'cniVersion':'0.3.1','type':'bridge','macspoofch\u212A':false} | MH202",
                "{'type':5,'plugins':[{'type':'a'}]} | MH205",
                "{'plugins':[{'type':['a']}]} | MH205",
                "{'plugins':{}} | MH204",
                "{'plugins':[null]} | MH204 MH603",
                "{'type':'.'} | MH205",
                "{'type':'a\\\\b'} | MH205",
                "{'type':'a','ipam':{'type':'/ipam'}} | MH205",
                "{'type':'Multus'} | MH206",
                "{'type':'a','x':[[{'TYPE':'multus '}]]} | MH206",
                "{'cniVersion':'0.2','type':'bridge'} | MH208 MH209",
                "{'cniVersions':['1.0.0'],'plugins':[{'type':'bridge'}]} | ``",
                "{'cniVersions':['1.0.0'],'type':'bridge'} | MH209",
                "{'cniVersions':[1],'plugins':[{'type':'a'}]} | MH208",
                "{'cniVersion':'x','cniVersions':['1.0.0'],'plugins':[{'type':'a'}]} | MH208",
            })
    void eachConfigHasItsFindings(String config, String codes) {
        assertThat(String.join(" ", NadReview.codes(NadReview.json(config)))).isEqualTo(codes);
    }

    @Test
    void aLongConfigIsNotJudgedFurther() {
        String tooLong = "{\"type\": 5, \"x\": \"" + "a".repeat(64 * 1024) + "\"}";

        assertThat(NadReview.codes(tooLong)).containsExactly("MH212");
        assertThat(NadReview.codes("[".repeat(70_000))).containsExactly("MH212");
    }

    @Test
    void allFieldsAreToldAtOnceAndWhereTheyStand() {
        String config =
                "{\"cniVersion\": \"0.3.1\", \"plugins\": [\n  {\"type\": \"bridge\",\n   \"vlan\": \"7\", \"mtu\": true}]}";

        assertThat(NadReview.findings(config, Phase.MUTATE))
                .extracting(finding -> finding.violation().location().toString())
                .isEqualTo(List.of(
                        "spec.config, /plugins/0/vlan, line 3 column 12",
                        "spec.config, /plugins/0/mtu, line 3 column 24"));
    }

    /// Ten thousand paths through one long key, each of which would be a copy of it.
    @Test
    void aLongKeyAboveManyObjectsCostsOnce() {
        String config = "{\"type\": \"a\", \"" + "k".repeat(30_000) + "\": [" + "{},".repeat(10_000) + "{}]}";

        assertThat(NadReview.codes(config)).isEmpty();
    }

    @Test
    void foreignKeysInAPlaceStayOnOneLine() {
        String config = "{\"type\": \"a\", \"ipam\": {\"\\u202e\\n" + "x".repeat(300) + "\": {\"type\": \"multus\"}}}";

        assertThat(NadReview.findings(config, Phase.MUTATE)
                        .getFirst()
                        .violation()
                        .location()
                        .inside())
                .startsWith("/ipam/\\u202e\\u000axxx")
                .hasSizeLessThan(150);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type:': 'a'} | \"type:\"",
                "{'tpye': 'a'} | \"tpye\"",
                "{'typ': 'a'} | \"typ\"",
                "{'types': 'a'} | \"types\"",
                "{'plugin': []} | \"plugin\"",
            })
    void theKeyThatWasMeantIsNamed(String config, String key) {
        assertThat(NadReview.findings(NadReview.json(config), Phase.MUTATE)
                        .getFirst()
                        .violation()
                        .remedy())
                .contains("instead of the key " + key);
    }

    /// A second key beside one that stands there, or a plugin that gives no addresses, is the next denial.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type':'/opt/cni/bin/macvlan'} | Write 'macvlan'",
                "{'type':'bridge '} | Write 'bridge'",
                "{'type':'C:\\\\cni\\\\bridge'} | Write 'bridge'",
                "{'type':'/'} | Write the name of the plugin's program, such as 'bridge'",
                "{'type':'/bin/multus'} | Write the name of the plugin's program, such as 'bridge'",
                "{'type':'a','ipam':{'type':'/x/dhcp'}} | Write 'dhcp'",
                "{'type':'a','ipam':{'type':'/x/bridge'}} | Write the name of the plugin's program, such as 'host-local'",
                "{'type':'a','ipam':{'type':'multus'}} | Name the plugin that this network needs, such as 'host-local'",
                "{'type':'dummy'} | Add 'ipam': {'type': …}",
                "{'type':'dummy','ipam':null} | Write 'ipam': {'type': …} in place of null",
                "{'type':'dummy','ipam':{}} | Add 'type' to 'ipam'",
                "{'type':'dummy','ipam':{'type':''}} | Give 'type' a value in 'ipam'",
                "{'type':'vlan','master':''} | Give 'master' a value",
                "{'type':'a','ipam':{'type':'host-local'}} | ``",
                "{'type':'macvlan','ipam':{'type':'host-local'}} | Add 'subnet' or 'ranges'",
                "{'type':'macvlan','ipam':{'type':'host-local','ranges':[]}} | Give 'ranges' a value",
                "{'type':'bridge'} | ``",
                "{'cniVersion':'','type':'bridge'} | Write 'cniVersion': '0.3.0' in place of ''",
                "{'cniVersion':null,'type':'bridge'} | ``",
                "{'cniVersion':'0.2.0','type':'bridge'} | Write 'cniVersion': '0.3.0' in place of '0.2.0'",
                "{'cniVersions':['0.2.0'],'plugins':[{'type':'bridge'}]} | Write 'cniVersion': '0.3.0' at the top of the config",
            })
    void aRemedyLeadsToNoOtherDenial(String config, String remedy) {
        assertThat(NadReview.findings(NadReview.json(config), Phase.MUTATE).stream()
                        .map(finding -> finding.violation().remedy().replace('"', '\''))
                        .findFirst()
                        .orElse(""))
                .isEqualTo(remedy);
    }

    @Test
    void aVariantInTheIpamIsToldOnce() {
        assertThat(NadReview.findings(NadReview.json("{'type':'a','Ipam':{'Type':'dhcp'}}"), Phase.MUTATE))
                .filteredOn(finding -> finding.card().code().equals("MH202"))
                .extracting(finding -> finding.violation().remedy())
                .containsExactly("Write \"ipam\", and only once", "Write \"type\", and only once");
    }
}
