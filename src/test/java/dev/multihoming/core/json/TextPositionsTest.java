package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextPositionsTest {
    @Test
    void charactersAreCountedNotUnits() {
        assertThat(new TextPositions("\uD83D\uDE00ab").character(3)).isEqualTo("character 3");
    }

    @Test
    void aTextOfSeveralLinesHasLineNumbers() {
        TextPositions positions = new TextPositions("ab\ncd\nef");
        assertThat(positions.character(6)).isEqualTo("character 7 (line 3)");
        assertThat(positions.at(4)).hasToString("line 2 column 2");
        assertThat(positions.at(8)).hasToString("line 3 column 3");
    }

    /// Longer than what is counted at once, with pairs across every boundary.
    @Test
    void everyPlaceOfALongTextIsWhatCountingFromItsStartTells() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < 5_000) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "\n";
                        case 1 -> "x";
                        default -> "\uD83D\uDE00";
                    });
        }
        TextPositions positions = new TextPositions(text.toString());
        for (int offset = 0; offset <= text.length(); offset++) {
            String before = text.substring(0, offset);
            int lineStart = before.lastIndexOf('\n') + 1;
            int characters = Character.codePointCount(before, 0, offset);
            assertThat(positions.at(offset))
                    .isEqualTo(new TextPosition(
                            (int) before.chars().filter(c -> c == '\n').count() + 1,
                            Character.codePointCount(before, lineStart, offset) + 1));
            assertThat(positions.character(offset)).startsWith("character " + (characters + 1) + " ");
        }
    }
}
