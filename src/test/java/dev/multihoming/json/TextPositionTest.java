package dev.multihoming.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPositionTest {
    @Test
    void charactersAreCountedNotUnits() {
        assertThat(TextPosition.character("\uD83D\uDE00ab", 3)).isEqualTo("character 3");
    }

    @Test
    void aTextOfSeveralLinesHasLineNumbers() {
        String text = "ab\ncd\nef";
        assertThat(TextPosition.character(text, text.indexOf('e'))).isEqualTo("character 7 (line 3)");
        assertThat(TextPosition.of(text, text.indexOf('d'))).hasToString("line 2 column 2");
    }
}
