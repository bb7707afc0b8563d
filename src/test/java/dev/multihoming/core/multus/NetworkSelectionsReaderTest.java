package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSelectionsReaderTest {
    @Test
    void shorthandPiecesAreTrimmedAsGoDoes() {
        NetworkSelections read = NetworkSelectionsReader.read("a,\n\u00A0ns / b \u0085@ net5\u2003, /c@");
        assertThat(read.violations()).isEmpty();
        assertThat(read.count()).isEqualTo(3);
        assertThat(read.items().stream().map(NetworkSelectionsReaderTest::summary))
                .containsExactly("1 /a@", "2 ns/b@net5", "3 /c@");
    }

    @Test
    void separatorsThatOnlyJavaTrimsStay() {
        assertThat(NetworkSelectionsReader.read("a\u001C").violations()).hasSize(1);
    }

    @Test
    void aLaterNullEmptiesAList() {
        NetworkSelections read = NetworkSelectionsReader.read(
                "[{\"name\":\"a\",\"default-route\":[\"10.1.2.1\"],\"default-route\":null,\"ips\":[\"x\"],\"ips\":null}]");
        assertThat(read.violations()).isEmpty();
        assertThat(read.items().getFirst().defaultRoutes()).isEmpty();
    }

    @Test
    void aGatewayIsReadWhereverItStandsAlsoInAListThatIsReplaced() {
        NetworkSelections read = NetworkSelectionsReader.read(
                "[{\"name\":\"a\",\"default-route\":[\"x\"],\"default-route\":[\"10.1.2.1\"]}]");
        assertThat(read.violations()).hasSize(1);
        assertThat(read.items().getFirst().defaultRoutes()).hasSize(1);
        assertThat(NetworkSelectionsReader.read("[{\"name\":\"a\",\"default-route\":[null],\"default-route\":[]}]")
                        .violations())
                .isEmpty();
    }

    @Test
    void jsonFieldsAreRead() {
        NetworkSelections read = NetworkSelectionsReader.read(
                "[{\"name\":\"a.b\",\"namespace\":\"ns\",\"interface\":null,\"interfaceRequest\":\"x\"},{\"name\":\"c\"}]");
        assertThat(read.isClear()).isTrue();
        assertThat(read.items().stream().map(NetworkSelectionsReaderTest::summary))
                .containsExactly("1 ns/a.b@x", "2 /c@");
    }

    @Test
    void aSpanIsWhereTheElementStands() {
        String json = "[ {\"name\":\"a\"} , {\"name\":\"b\"}]";
        assertThat(NetworkSelectionsReader.read(json).items().stream()
                        .map(item -> item.span().of(json)))
                .containsExactly("{\"name\":\"a\"}", "{\"name\":\"b\"}");
        String shorthand = " a , ns/b@x ";
        assertThat(NetworkSelectionsReader.read(shorthand).items().stream()
                        .map(item -> item.span().of(shorthand)))
                .containsExactly("a", "ns/b@x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a|a@new",
                "a@|a@new",
                "a @ |a @new",
                "~ ns / a @ foo ~|~ ns / a @ new ~",
                "[{\"name\":\"a\"}]|[{\"name\":\"a\",\"interface\":\"new\"}]",
                "[{\"name\": \"a\"}]|[{\"name\": \"a\", \"interface\": \"new\"}]",
                "[{\"name\": \"a\", \"interface\": \"\"}]|[{\"name\": \"a\", \"interface\": \"new\"}]",
                "[{\"interface\":null,\"name\":\"a\"}]|[{\"interface\":\"new\",\"name\":\"a\"}]",
                "[{\"name\":\"a\",\"interface\":\"f\\u006Fo\"}]|[{\"name\":\"a\",\"interface\":\"new\"}]",
                "[{\"interfaceRequest\":\"foo\",\"name\":\"a\"}]|[{\"interfaceRequest\":\"new\",\"name\":\"a\"}]",
                "[{\"interfaceRequest\":\"foo\",\"interface\":\"\",\"name\":\"a\"}]|[{\"interfaceRequest\":\"new\",\"interface\":\"\",\"name\":\"a\"}]",
                "[{\"interfaceRequest\":\"foo\",\"interface\":\"bar\",\"name\":\"a\"}]|[{\"interfaceRequest\":\"foo\",\"interface\":\"new\",\"name\":\"a\"}]",
                "[{\"name\":\"a\",\"interfaceRequest\":\"\"}]|[{\"name\":\"a\",\"interfaceRequest\":\"\",\"interface\":\"new\"}]"
            })
    void aNameIsWrittenWhereItCounts(String before, String after) {
        NetworkSelection item = NetworkSelectionsReader.read(before).items().getFirst();
        String edited = TextEdit.apply(before, List.of(item.interfaceSlot().write("new")));
        assertThat(edited).isEqualTo(after);
        assertThat(NetworkSelectionsReader.read(edited).items().getFirst().interfaceName())
                .isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a,,b|item 2, character 3|Remove the comma that is too many",
                "a/b/c|item 1, character 4|Write each network as name, name@interface or namespace/name, and separate networks with commas",
                "A|item 1, character 1|Write \"a\", if that is the network's name",
                "a.b|item 1, character 1|Write the annotation as JSON, where a name may have dots: [{\"name\": \"a.b\"}]",
                "a b|item 1, character 1|Separate networks with commas",
                "[\"ns/a@net1\"]|item 1, character 2|Write {\"namespace\": \"ns\", \"name\": \"a\", \"interface\": \"net1\"}, or the whole annotation in the short form without brackets and quotes",
                "\"a\"|character 1|Write a without quotes, or [{\"name\": \"a\"}]",
                "{\"name\":\"a\"},{\"name\":\"b\"}|character 13|Put the objects into one array: [{…}, {…}]",
                "a,\"b\"|character 1|Write either the short form without brackets and quotes, such as net-a,net-b, or JSON, such as [{\"name\": \"my-network\"}]",
                "[null]|item 1, character 2|Remove it",
                "[{\"name\":\"a@net1\"}]|item 1, key \"name\", character 10|Write \"name\": \"a\", \"interface\": \"net1\"",
                "[{\"name\":\"a\",\"ips\":\"10.1.2.3\"}]|item 1, key \"ips\", character 20|Write [\"10.1.2.3\"]",
                "[{\"name\":\"a\",\"interface\":1}]|item 1, key \"interface\", character 26|Write it in double quotes: \"1\"",
                "[{\"name\":\"a\",\"bandwidth\":{\"ingressRate\":\"7\"}}]|item 1, key \"bandwidth\".\"ingressRate\", character 41|Write the number without quotes: 7",
                "[{\"name\":\"a\",\"default-route\":[\"10.1.2.1/24\"]}]|item 1, key \"default-route\"[0], character 31|Write it without the prefix length: \"10.1.2.1\"",
                "[{\"name\":\"a\",}]|character 13|Remove the comma. The annotation is an array of objects, such as [{\"name\": \"my-network\"}]"
            })
    void theUsualMistakesHaveTheirRemedy(String text, String inside, String remedy) {
        NetworkSelections read = NetworkSelectionsReader.read(text);
        assertThat(read.violations()).singleElement().satisfies(violation -> {
            assertThat(read.inside(violation)).isEqualTo(inside);
            assertThat(violation.remedy()).isEqualTo(remedy);
        });
    }

    @Test
    void elementsBesideAFlawedOneStayUsable() {
        NetworkSelections read = NetworkSelectionsReader.read(
                "[{\"name\":1},{\"name\":\"b\",\"mac\":\"x\"},{\"name\":\"c\",\"interface\":{}}]");
        assertThat(read.count()).isEqualTo(3);
        assertThat(read.violations()).hasSize(3);
        assertThat(read.items().stream().map(NetworkSelectionsReaderTest::summary))
                .containsExactly("2 /b@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"portMappings\":[{\"hostPort\":1,\"protocol\":null,\"x\":{}}]",
                "\"portMappings\":[null]",
                "\"portMappings\":null",
                "\"bandwidth\":{\"ingressRate\":-9223372036854775808,\"egressBurst\":-0}",
                "\"cni-args\":{\"a\":[1.5e300]}",
                "\"deviceID\":\"x\"",
                "\"ipam-claim-reference\":7",
                "\"gateway\":[1e999]",
                "\"mac\":\"\"",
                "\"ips\":[]"
            })
    void goTypesTakeThese(String member) {
        assertThat(NetworkSelectionsReader.read("[{\"name\":\"a\"," + member + "}]")
                        .isClear())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"portMappings\":{}",
                "\"portMappings\":[1]",
                "\"portMappings\":[{\"hostPort\":1.0}]",
                "\"portMappings\":[{\"hostIP\":1}]",
                "\"bandwidth\":{\"ingressRate\":9223372036854775808}",
                "\"bandwidth\":{\"ingressRate\":1e2}",
                "\"bandwidth\":[]",
                "\"cni-args\":[]",
                "\"cni-args\":{\"a\":[1e999]}",
                "\"deviceID\":7",
                "\"ips\":[null]",
                "\"ips\":[7]",
                "\"default-route\":[\"\"]",
                "\"NAMESPACE\":1"
            })
    void goTypesRefuseThese(String member) {
        assertThat(NetworkSelectionsReader.read("[{\"name\":\"a\"," + member + "}]")
                        .violations())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Interface\":\"x\"",
                "\"\\u0049nterface\":\"x\"",
                "\"name\\u017Fpace\":\"x\"",
                "\"name\":\"a\"",
                "\"x\":1,\"x\":1",
                "\"portMappings\":[{\"HostPort\":1}]",
                "\"bandwidth\":{\"ingressRate\":1,\"ingressRate\":1}",
                "\"cni-args\":{\"a\":{\"b\":1,\"b\":2}}",
                "\"cni-args\":{\"a\":[{\"b\":1,\"b\":2}]}",
                "\"x\":{\"a\":1,\"a\":1}",
                "\"IPAM-claim-reference\":\"x\""
            })
    void keysThatCanBeReadInTwoWaysAreTold(String member) {
        assertThat(NetworkSelectionsReader.read("[{\"name\":\"a\"," + member + "}]")
                        .ambiguities())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"cni-args\":{\"a\":1,\"A\":2}", "\"x\":1,\"X\":1", "\"cni-args\":{\"name\":1,\"NAME\":2}"})
    void keysThatNobodyMatchesToFieldsMayDifferInCase(String member) {
        assertThat(NetworkSelectionsReader.read("[{\"name\":\"a\"," + member + "}]")
                        .isClear())
                .isTrue();
    }

    @Test
    void theAnswerToAHostileTextIsBounded() {
        String text = "[{\"name\":\"a\",\"ips\":[" + "\"x\",".repeat(50_000) + "\"x\"]}]";
        List<SchemaViolation> violations = NetworkSelectionsReader.read(text).violations();
        assertThat(violations).hasSize(21);
        assertThat(violations.getLast().fact()).isEqualTo("49981 more places like these");
    }

    private static String summary(NetworkSelection item) {
        return item.position() + " " + item.namespace() + "/" + item.name() + "@" + item.interfaceName();
    }
}
