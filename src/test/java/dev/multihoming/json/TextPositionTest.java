package dev.multihoming.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPositionTest {
    @Test
    void linesAndColumnsCountFromOne() {
        assertThat(TextPosition.of("abc", 0)).hasToString("line 1 column 1");
        assertThat(TextPosition.of("a\nbc\n", 3)).hasToString("line 2 column 2");
    }

    @Test
    void theLineBreakBelongsToTheLineItEnds() {
        assertThat(TextPosition.of("a\nb", 1)).hasToString("line 1 column 2");
    }

    @Test
    void theEndOfTheTextIsAPlace() {
        assertThat(TextPosition.of("a\n", 2)).hasToString("line 2 column 1");
        assertThat(TextPosition.of("", 0)).hasToString("line 1 column 1");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneColumn() {
        assertThat(TextPosition.of("\uD83D\uDE00x", 2)).hasToString("line 1 column 2");
    }
}
