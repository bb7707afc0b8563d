package dev.multihoming.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.schema.SchemaViolation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One engine and one wording for both users: every kind of violation, in an annotation and in a config.
class SchemaCheckTest {
    /// What lies between `[{` and `}]`.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "TYPE | 'name':7 | 'name' is the number 7 | Write it in double quotes: '7'",
                "TYPE | 'name':'a','interface':7 | 'interface' is the number 7 | Write it in double quotes: '7'",
                "TYPE | 'name':'a','bandwidth':{'ingressRate':'7'} | 'ingressRate' is the string '7' | Write the number without quotes: 7",
                "TYPE | 'name':'a','bandwidth':{'ingressRate':'x'} | 'ingressRate' is the string 'x' | Write a whole number, without quotes",
                "TYPE | 'name':'a','bandwidth':{'ingressRate':1.0} | 'ingressRate' is the number 1.0 | Write a whole number, without fraction or exponent",
                "TYPE | 'name':'a','ips':'10.1.2.3' | 'ips' is the string '10.1.2.3' | Write ['10.1.2.3']",
                "TYPE | 'name':'a','ips':{} | 'ips' is an object | Write an array in brackets, such as ['10.1.2.3/24']",
                "TYPE | 'name':'a','portMappings':['x'] | an element of 'portMappings' is the string 'x' | Write an object in braces",
                "TYPE | 'name':'a','cni-args':[] | 'cni-args' is an array | Write an object in braces, such as {}",
                "TYPE | 'name':'a','cni-args':{'x':[1e999]} | 'cni-args' has the number 1e999 in it, larger than any that Go holds | Write it as a string, or smaller",
                "FORM | 'name':'a','mac':'x' | 'mac' is 'x', which is no hardware address | Write six bytes in hexadecimal, such as '02:00:00:00:00:01'",
                "FORM | 'name':'a','ips':[null] | an element of 'ips' is null, which is no IP address | Write an address, with its prefix length where the network wants one, such as '10.1.2.3/24'",
                "FORM | 'name':'B' | 'name' is 'B', which is no name that a network can have | Write 'name': 'b'",
                "MISSING | 'interface':'x' | 'name' is missing | Add 'name': 'my-network'",
                "MISSING | 'name':null | 'name' is null | Write 'name': 'my-network'",
                "REPEATED_KEY | 'name':'a','x':1,'x':2 | the key 'x' stands twice with different values, at character 14 and at character 20 | Keep the one that is meant",
                "REPEATED_KEY | 'name':'a','x':1,'x':1 | the key 'x' stands twice with one value, at character 14 and at character 20 | Remove one of the two",
                "CASE_VARIANT | 'name':'a','Mac':'02:00:00:00:00:01' | the key 'Mac' is taken for 'mac' | Write 'mac', and only once",
            })
    void anAnnotationIsHeldAgainstItsTable(Kind kind, String members, String fact, String remedy) {
        NetworkSelections read = NetworkSelectionsReader.read("[{" + quoted(members) + "}]");
        List<SchemaViolation> found = new ArrayList<>(read.violations());
        found.addAll(read.ambiguities());

        assertOnly(found, kind, fact, remedy);
        assertThat(read.ambiguities().isEmpty()).isNotEqualTo(kind.isAmbiguity());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "TYPE | 'type':'bridge','mtu':'x' | 'mtu' is the string 'x' | Write a whole number from 68 to 65535, without quotes, or leave it out",
                "TYPE | 'type':'bridge','vlan':'7' | 'vlan' is the string '7' | Write the number without quotes: 7",
                "TYPE | 'type':'bridge','vlan':'5000' | 'vlan' is the string '5000' | Write a whole number from 0 to 4094, without quotes",
                "TYPE | 'type':'bridge','vlan':5000 | 'vlan' is the number 5000 | Write a whole number from 0 to 4094",
                "TYPE | 'type':'bridge','isGateway':'true' | 'isGateway' is the string 'true' | Write true or false, without quotes",
                "TYPE | 'type':'macvlan','mode':'x' | 'mode' is the string 'x' | Write 'bridge' or 'private' or 'vepa' or 'passthru'",
                "TYPE | 'type':'macvlan','mac':7 | 'mac' is the number 7 | Write a unicast address of six bytes, such as '02:00:00:00:00:01'",
                "TYPE | 'type':'sriov','logLevel':7 | 'logLevel' is the number 7 | Write it in double quotes: '7'",
                "TYPE | 'type':'portmap','conditionsV4':'x' | 'conditionsV4' is the string 'x' | Write ['x']",
                "TYPE | 'type':'bridge','vlanTrunk':[null] | an element of 'vlanTrunk' is null | Write an object in braces",
                "FORM | 'type':'macvlan','mac':'x' | 'mac' is 'x', which is no MAC address | Write a unicast address of six bytes, such as '02:00:00:00:00:01'",
                "FORM | 'type':'tuning','sysctl':{'x':'1'} | the key is 'x', which is no setting below net | Write a setting such as 'net.ipv4.conf.IFNAME.arp_notify'",
                "COMBINATION | 'type':'bridge','hairpinMode':true,'promiscMode':true | 'hairpinMode' and 'promiscMode' are both set | Remove 'hairpinMode' or 'promiscMode'",
                "COMBINATION | 'type':'bridge','vlanTrunk':[{'minID':3,'maxID':2}] | 'minID' and 'maxID' are 3 and 2 | Write the lower number as 'minID'",
                "COMBINATION | 'type':'portmap','markMasqBit':0,'externalSetMarkChain':'x' | 'markMasqBit' and 'externalSetMarkChain' are both set | Remove 'markMasqBit' or 'externalSetMarkChain'",
                "MISSING | 'type':'vlan' | 'master' of the 'vlan' plugin is not set | Add 'master'",
                "MISSING | 'type':'sriov','vlanQoS':1,'vlan':0 | 'vlanQoS' is set, and 'vlan' is 0 | Give 'vlan' a value",
                "MISSING | 'type':'portmap','runtimeConfig':{'portMappings':[{'hostPort':1}]} | 'containerPort' is missing | Add 'containerPort'",
                "MISSPELT_KEY | 'type':'bridge','vlans':1 | the plugin ignores the key 'vlans' | Write 'vlan' if that is meant",
                "REPEATED_KEY | 'type':'bridge','x':{'a':1,'a':2} | the key 'a' stands twice with different values, at 22 and at 28 | Keep the one that is meant",
                "CASE_VARIANT | 'type':'bridge','Vlan':1 | the key 'Vlan' is taken for 'vlan' | Write 'vlan', and only once",
            })
    void aConfigIsHeldAgainstThePluginsTable(Kind kind, String members, String fact, String remedy) {
        assertOnly(config(members), kind, fact, remedy);
    }

    /// Each is told once, so that no key can be seen as none of the kinds.
    private static void assertOnly(List<SchemaViolation> found, Kind kind, String fact, String remedy) {
        assertThat(found).singleElement().satisfies(violation -> {
            assertThat(violation.kind()).isEqualTo(kind);
            assertThat(violation.fact()).isEqualTo(quoted(fact));
            assertThat(violation.remedy()).isEqualTo(quoted(remedy));
        });
    }

    /// Libcni writes them anew for the plugin, Multus reads the annotation's as they are.
    @Test
    void numbersOfAConfigArriveAsFloats() {
        assertThat(config("'type':'bridge','vlan':1e2")).isEmpty();
        assertThat(annotation("'bandwidth':{'ingressRate':1e2}")).hasSize(1);
    }

    @Test
    void whatALaterMemberReplacesIsCheckedOnlyWhereGoReadsItsText() {
        assertThat(config("'type':'bridge','vlan':'x','vlan':1"))
                .extracting(SchemaViolation::kind)
                .containsExactly(Kind.REPEATED_KEY);
        assertThat(annotation("'interface':1,'interface':'x'")).hasSize(1);
    }

    /// A text that is replaced was read, but never looked at.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'mac':'x','mac':'02:00:00:00:00:01'",
                "'ips':['x'],'ips':null",
                "'default-route':[''],'default-route':[]"
            })
    void theFormOfWhatIsReplacedDoesNotMatter(String members) {
        assertThat(annotation(members)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'mac':'x','mac':null", "'default-route':['x'],'default-route':[]"})
    void theFormOfWhatStaysDoes(String members) {
        assertThat(annotation(members)).hasSize(1);
    }

    @Test
    void whatAnUnknownPluginHandsOnMayStillBeCompleted() {
        JsonObject ipam = object(quoted("{'type':'static','addresses':[{'gateway':'usePodCidr'}],'routes':7}"));
        PluginSpec spec = KnownPlugins.ipam("static").orElseThrow().spec();

        assertThat(check(ipam, spec, Decoding.REWRITTEN))
                .extracting(SchemaViolation::kind)
                .containsExactly(Kind.FORM, Kind.MISSING, Kind.TYPE);
        assertThat(check(ipam, spec, Decoding.COMPLETED))
                .extracting(SchemaViolation::kind)
                .containsExactly(Kind.TYPE);
    }

    @Test
    void aViolationSaysWhereItStands() {
        String text = "{\"type\": \"bridge\",\n \"vlanTrunk\": [{\"id\": 5000}]}";

        assertThat(check(object(text), bridge(), Decoding.REWRITTEN))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.path()).hasToString("/vlanTrunk/0/id");
                    assertThat(text.substring(violation.offset())).startsWith("5000");
                });
    }

    @Test
    void caseVariantsAloneAreFoundInAllMembersOfAKey() {
        List<SchemaViolation> found = new ArrayList<>();

        SchemaCheck.caseVariants(
                JsonPath.ROOT,
                object(quoted("{'runtimeConfig':{'Mac':'x'},'runtimeConfig':{'MAC':7},'vlan':'x'}")),
                struct(bridge()),
                found::add);

        assertThat(found)
                .allMatch(violation -> violation.kind() == Kind.CASE_VARIANT)
                .extracting(violation -> violation.path().last())
                .containsExactlyInAnyOrder("Mac", "MAC");
    }

    private static List<SchemaViolation> annotation(String members) {
        return NetworkSelectionsReader.read("[{\"name\":\"a\"," + quoted(members) + "}]")
                .violations();
    }

    /// As the rules of configs ask, one after the other.
    private static List<SchemaViolation> config(String members) {
        JsonObject object = object("{" + quoted(members) + "}");
        String type = GoFields.text(object, "type");
        PluginSpec spec = KnownPlugins.of(type).orElseThrow().spec();
        List<SchemaViolation> found = new ArrayList<>(check(object, spec, Decoding.REWRITTEN));
        RepeatedKey.allIn(JsonPath.ROOT, object).forEach(key -> found.add(key.violation(Integer::toString)));
        spec.exclusions()
                .forEach(exclusion -> exclusion.violation(JsonPath.ROOT, object).ifPresent(found::add));
        spec.requirements()
                .forEach(requirement -> requirement
                        .violation(JsonPath.ROOT, object, "the \"%s\" plugin".formatted(type))
                        .ifPresent(found::add));
        found.addAll(MisspeltKeys.in(JsonPath.ROOT, object, struct(spec), "the plugin"));
        return found;
    }

    private static List<SchemaViolation> check(JsonObject object, PluginSpec spec, Decoding decoding) {
        List<SchemaViolation> found = new ArrayList<>();
        SchemaCheck.of(JsonPath.ROOT, object, struct(spec), decoding, found::add);
        return found;
    }

    private static PluginSpec bridge() {
        return KnownPlugins.of("bridge").orElseThrow().spec();
    }

    private static FieldType.Struct struct(PluginSpec spec) {
        return new FieldType.Struct(spec.fields(), List.of());
    }

    private static JsonObject object(String text) {
        Parsed<Json> read = JsonReader.readWhole(text);
        assertThat(read).isInstanceOf(Parsed.Ok.class);
        return (JsonObject) ((Parsed.Ok<Json>) read).value();
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
