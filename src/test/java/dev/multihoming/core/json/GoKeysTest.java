package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoKeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"namespace", "NAMESPACE", "nameSpace", "name\u017Fpace", "NAME\u017FPACE"})
    void everyVariantOfAFieldsNameFoldsToIt(String key) {
        assertThat(GoKeys.foldsTo(key, "namespace")).isTrue();
        assertThat(GoKeys.folded(key)).isEqualTo("namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "namespace ", "namespac\u00E9", "name-space", "namespaces", "ｎamespace"})
    void otherKeysDoNot(String key) {
        assertThat(GoKeys.foldsTo(key, "namespace")).isFalse();
    }

    @Test
    void theKelvinSignIsAK() {
        assertThat(GoKeys.foldsTo("networ\u212A", "network")).isTrue();
    }

    @Test
    void theLastOfSeveralWinsAlsoOverAnExactOne() {
        JsonObject object = object(member("name", 0), member("NAME", 1), member("other", 2));
        assertThat(GoKeys.winner(object, "name")).map(JsonMember::key).contains("NAME");
        assertThat(GoKeys.winner(object, "absent")).isEmpty();
    }

    private static JsonObject object(JsonMember... members) {
        return new JsonObject(0, 0, List.of(members));
    }

    private static JsonMember member(String key, int at) {
        return new JsonMember(key, at, new JsonNull(at, at));
    }
}
