package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void everyValueStandsWhereItsTextIs() {
        String text = " {\"a\" : [1, -2.5e3 ,true,\tfalse],\n\"b\":null, \"c\":{\"d\":\"x\"} } ";
        JsonObject object = (JsonObject) read(text);
        assertThat(text.substring(object.start(), object.end())).isEqualTo(text.strip());
        JsonArray array = (JsonArray) object.members().getFirst().value();
        assertThat(array.elements().stream().map(e -> text.substring(e.start(), e.end())))
                .containsExactly("1", "-2.5e3", "true", "false");
        assertThat(texts(text, object)).containsExactly("[1, -2.5e3 ,true,\tfalse]", "null", "{\"d\":\"x\"}");
    }

    @Test
    void aKeyStartsAtItsOpeningQuoteAndAStringEndsAfterItsClosingOne() {
        String text = "{ \"k\\\"\\u0041\" :  \"v\\n\\\\\"  ,\"x\":\"\"}";
        JsonObject object = (JsonObject) read(text);
        JsonMember first = object.members().getFirst();
        assertThat(first.key()).isEqualTo("k\"A");
        assertThat(first.keyStart()).isEqualTo(2);
        assertThat(((JsonString) first.value()).value()).isEqualTo("v\n\\");
        assertThat(texts(text, object)).containsExactly("\"v\\n\\\\\"", "\"\"");
    }

    @Test
    void offsetsCountUtf16UnitsAlsoAfterCharactersOfTwoUnits() {
        String text = "{\"\uD83D\uDE00\":\"\uD83D\uDE00\",\"b\":7}";
        JsonObject object = (JsonObject) read(text);
        assertThat(object.members().getFirst().key()).isEqualTo("\uD83D\uDE00");
        assertThat(object.members().get(1).keyStart()).isEqualTo(text.indexOf("\"b\""));
        assertThat(texts(text, object)).containsExactly("\"\uD83D\uDE00\"", "7");
    }

    @Test
    void repeatedKeysAreAllKept() {
        JsonObject object = (JsonObject) read("{\"a\":1,\"a\":2,\"A\":3}");
        assertThat(object.members().stream().map(JsonMember::key)).containsExactly("a", "a", "A");
    }

    @ParameterizedTest
    @CsvSource({"\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800"})
    void halfASurrogatePairIsReadAsGoReadsIt(String escaped) {
        String value = ((JsonString) read("\"" + escaped + "\"")).value();
        assertThat(value).contains("\uFFFD").doesNotContain("\uD800").doesNotContain("\uDC00");
    }

    @Test
    void anEscapedSurrogatePairIsOneCharacter() {
        assertThat(((JsonString) read("\"\\ud83d\\ude00\"")).value()).isEqualTo("\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "10", "1.5", "1e5", "1E+5", "1.0e-10", "{}", "[]", "\"\"", "null", "\"\u007F\u2028\""
            })
    void whatGoTakesIsTaken(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Parsed.Ok.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01", "1.", ".5", "+1", "-", "1e", "1e+", "0x1", "1_0", "NaN", "Infinity", "tru", "nulll", "True"
            })
    void whatGoRefusesIsRefused(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(Parsed.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1,]|2|a trailing comma before ']', which JSON does not allow",
                "{\"a\":1 , }|7|a trailing comma before '}', which JSON does not allow",
                "['a']|1|a single quote, where JSON has only double quotes",
                "[1 /* x */]|3|a comment, which JSON does not have",
                "[1, # x|4|a comment, which JSON does not have",
                "[“a”]|1|a typographic quote, where JSON has only straight ones",
                "[\"a]|1|a double quote that is never closed",
                "[1] 2|4|the bare word \"2\" after the end of the JSON value",
                "[1]]|3|an unexpected ']' after the end of the JSON value",
                "{\"a\" 1}|5|the bare word \"1\" in place of the ':' after a key",
                "{a: 1}|1|the bare word \"a\" in place of a key in double quotes",
                "{\"a\":1 \"b\":2}|7|a missing comma before '\"'",
                "[{} {}]|4|a missing comma before '{'",
                "[True]|1|the bare word \"True\" in place of a value",
                "[1;2]|2|an unexpected ';' in place of a comma or of the end of what '[' began",
                "[\"\\x\"]|2|the escape \"\\x\", which JSON does not have",
                "[\"\\u12\"]|2|the escape \"\\u12\", which JSON does not have",
                "[01]|1|the number \"01\", which JSON does not write so",
                "[{\"a\": 1}|9|the text ends, and the '[' of character 1 is not closed",
                "[1,|3|the text ends where a value should stand",
                "[,1]|1|an unexpected ',' in place of a value"
            })
    void theFirstWrongCharacterAndWhatItIsAreTold(String text, int offset, String fact) {
        assertThat(JsonReader.read(text)).isEqualTo(new Parsed.Malformed<Json>(offset, fact));
    }

    @Test
    void invisibleCharactersAreNamedByNumber() {
        assertThat(JsonReader.read("\uFEFF[]"))
                .isEqualTo(new Parsed.Malformed<Json>(0, "a byte order mark (U+FEFF) in place of a value"));
        assertThat(JsonReader.read("[\u00A01]"))
                .isEqualTo(new Parsed.Malformed<Json>(1, "a no-break space (U+00A0) in place of a value"));
        assertThat(JsonReader.read("[\u200B1]"))
                .isEqualTo(new Parsed.Malformed<Json>(1, "the character U+200B in place of a value"));
        assertThat(JsonReader.read("[\0]"))
                .isEqualTo(new Parsed.Malformed<Json>(1, "the character U+0000 in place of a value"));
    }

    @Test
    void controlCharactersInsideAStringAreTold() {
        assertThat(JsonReader.read("[\"a\nb\"]"))
                .isEqualTo(new Parsed.Malformed<Json>(
                        3, "a line break inside double quotes (is a closing quote missing?)"));
        assertThat(JsonReader.read("[\"\t\"]"))
                .isEqualTo(new Parsed.Malformed<Json>(2, "a tab inside double quotes, which JSON writes \\t"));
        assertThat(JsonReader.read("[\"\u0001\"]"))
                .isEqualTo(new Parsed.Malformed<Json>(2, "a control character inside double quotes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void aBlankTextHoldsNoValue(String text) {
        assertThat(JsonReader.read(text))
                .isEqualTo(new Parsed.Malformed<Json>(text.length(), "there is no JSON value"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 5_000, 10_000})
    void bracketsMayBeNestedAsDeepAsGoTakesThem(int deep) {
        assertThat(read("[" + "[".repeat(deep - 1) + "]".repeat(deep - 1) + ", \"after\"]"))
                .isInstanceOfSatisfying(
                        JsonArray.class,
                        array -> assertThat(array.elements().getLast())
                                .isInstanceOfSatisfying(
                                        JsonString.class,
                                        it -> assertThat(it.value()).isEqualTo("after")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "{]", "[\"]", "\"\\\""})
    void whatIsNestedTooDeeplyMustEndAsItBegan(String unfit) {
        assertThat(JsonReader.read("[".repeat(100) + "[" + unfit + "]".repeat(100)))
                .isEqualTo(new Parsed.Malformed<Json>(
                        100, "brackets nested more than 100 deep, and not closed as they open"));
    }

    @Test
    void whatIsLookedAtWholeIsNotNestedDeeply() {
        assertThat(JsonReader.readWhole("[".repeat(100) + "]".repeat(100))).isInstanceOf(Parsed.Ok.class);
        assertThat(JsonReader.readWhole("[".repeat(101) + "]".repeat(101)))
                .isEqualTo(new Parsed.Malformed<Json>(100, JsonReader.TOO_DEEP));
    }

    @Test
    void nobodyReadsDeeperThanGo() {
        assertThat(JsonReader.read("[".repeat(10_001) + "]".repeat(10_001))).isInstanceOf(Parsed.Malformed.class);
        assertThat(JsonReader.read("{\"a\":".repeat(200_000))).isInstanceOf(Parsed.Malformed.class);
    }

    private static Json read(String text) {
        return switch (JsonReader.read(text)) {
            case Parsed.Ok<Json>(Json value) -> value;
            case Parsed.Malformed<Json> malformed -> throw new AssertionError(malformed);
        };
    }

    private static List<String> texts(String text, JsonObject object) {
        return object.members().stream()
                .map(member ->
                        text.substring(member.value().start(), member.value().end()))
                .toList();
    }
}
