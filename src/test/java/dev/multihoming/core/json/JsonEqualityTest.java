package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEqualityTest {
    private static final String VALUE = "{\"a\": [1, true, null, \"x\"], \"b\": {}}";

    @ParameterizedTest
    @ValueSource(strings = {VALUE, "{\"a\":[1,true,null,\"\\u0078\"],\"b\":{}}"})
    void onlyTheWayItIsWrittenDiffers(String other) {
        assertThat(JsonEquality.same(read(VALUE), read(other))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1.0, true, null, \"x\"], \"b\": {}}",
                "{\"a\": [1, false, null, \"x\"], \"b\": {}}",
                "{\"a\": [1, true, 0, \"x\"], \"b\": {}}",
                "{\"a\": [1, true, null, \"y\"], \"b\": {}}",
                "{\"a\": [1, true, null], \"b\": {}}",
                "{\"a\": [1, true, null, \"x\"], \"B\": {}}",
                "{\"a\": [1, true, null, \"x\"], \"b\": []}",
                "{\"a\": [1, true, null, \"x\"]}",
                "null"
            })
    void somethingElseIsSaid(String other) {
        assertThat(JsonEquality.same(read(VALUE), read(other))).isFalse();
        assertThat(JsonEquality.same(read(other), read(VALUE))).isFalse();
    }

    private static Json read(String text) {
        return switch (JsonReader.read(text)) {
            case Parsed.Ok<Json>(Json value) -> value;
            case Parsed.Malformed<Json>(int offset, String fact) -> throw new AssertionError(fact + " at " + offset);
        };
    }
}
