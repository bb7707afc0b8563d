package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectEditTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ 'a': 1, 'b': 2 } | { 'a': 1, 'b': 2, 'vlan': 0 }",
                "{'a':1} | {'a':1,'vlan':0}",
                "{'a': 1} | {'a': 1, 'vlan': 0}",
                "{'a' : 1} | {'a' : 1, 'vlan' : 0}",
                "{'a\\\\': 1,'b\\\"': {}} | {'a\\\\': 1,'b\\\"': {},'vlan': 0}",
            })
    void theNewMemberIsSpacedLikeTheLastOne(String before, String after) {
        assertThat(appended(json(before))).isEqualTo(json(after));
    }

    @Test
    void theNewMemberStandsOnALineOfItsOwnWhereTheLastOneDoes() {
        assertThat(appended("{\n\t\"a\": 1,\r\n\t\"b\": [\n1]\n}\n"))
                .isEqualTo("{\n\t\"a\": 1,\r\n\t\"b\": [\n1],\r\n\t\"vlan\": 0\n}\n");
    }

    @Test
    void aLineBreakAfterTheColonIsNotCopied() {
        assertThat(appended("{\n  \"ipam\":\n  {}\n}")).isEqualTo("{\n  \"ipam\":\n  {},\n  \"vlan\": 0\n}");
    }

    @Test
    void editsOfOneObjectComposeInTheirOrder() {
        String text = "{\"a\": 1, \"b\": null}";
        JsonObject object = read(text);
        List<TextEdit> edits = List.of(
                ObjectEdit.append(text, object, "x", "0"),
                ObjectEdit.append(text, object, "y", "1"),
                ObjectEdit.replace(object.members().getLast().value(), "true"));

        assertThat(TextEdit.apply(text, edits)).isEqualTo("{\"a\": 1, \"b\": true, \"x\": 0, \"y\": 1}");
    }

    private static String appended(String text) {
        return TextEdit.apply(text, List.of(ObjectEdit.append(text, read(text), "vlan", "0")));
    }

    private static JsonObject read(String text) {
        return switch (JsonReader.read(text)) {
            case Parsed.Ok<Json>(JsonObject object) -> object;
            case Parsed.Ok<Json> _, Parsed.Malformed<Json> _ -> throw new AssertionError(text);
        };
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
