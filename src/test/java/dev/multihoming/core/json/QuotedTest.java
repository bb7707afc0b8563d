package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void whatBreaksOrReordersALineIsEscaped() {
        assertThat(Quoted.of("a\nb\u202Ec\u001B[31m")).isEqualTo("\"a\\u000ab\\u202ec\\u001b[31m\"");
    }

    @Test
    void longValuesAreCutBetweenCharacters() {
        assertThat(Quoted.of("\uD83D\uDE00".repeat(101))).isEqualTo("\"" + "\uD83D\uDE00".repeat(100) + "…\"");
        assertThat(Quoted.of("x".repeat(100))).isEqualTo("\"" + "x".repeat(100) + "\"");
    }
}
