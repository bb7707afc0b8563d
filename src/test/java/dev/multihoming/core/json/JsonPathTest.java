package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPathTest {
    @Test
    void theDocumentItselfHasAnEmptyPointer() {
        assertThat(JsonPath.ROOT).hasToString("");
        assertThat(JsonPath.ROOT.isRoot()).isTrue();
        assertThat(JsonPath.ROOT.child("a").isRoot()).isFalse();
    }

    @Test
    void tildesAndSlashesInKeysAreEscaped() {
        assertThat(JsonPath.ROOT.child("plugins").child(0).child("a/~b").child(""))
                .hasToString("/plugins/0/a~1~0b/");
    }

    @Test
    void aLongPointerIsCut() {
        JsonPath path = JsonPath.ROOT.child("a".repeat(1_000)).child("b");

        assertThat(path.shown(5)).isEqualTo("/aaaa");
        assertThat(path.shown(2_000)).hasSize(1_003).endsWith("a/b");
    }

    @Test
    void anIndexIsNoKey() {
        JsonPath element = JsonPath.ROOT.child("0").child(0).child(1);

        assertThat(element.isIndex()).isTrue();
        assertThat(element.lastKey()).isEqualTo("0");
        assertThat(element.steps()).extracting(JsonPath::isIndex).containsExactly(false, true, true);
        assertThat(JsonPath.ROOT.child(3).lastKey()).isEmpty();
        assertThat(JsonPath.ROOT.steps()).isEmpty();
    }
}
