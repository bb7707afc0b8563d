package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {
    @Test
    void offsetsAreThoseOfTheTextBeforeAnyEdit() {
        assertThat(TextEdit.apply(
                        "abcdef", List.of(new TextEdit(4, 5, "EEE"), new TextEdit(0, 1, ""), new TextEdit(2, 2, "-"))))
                .isEqualTo("b-cdEEEf");
    }

    @Test
    void insertionsAtOnePlaceKeepTheirOrder() {
        assertThat(TextEdit.apply("ab", List.of(new TextEdit(1, 1, "x"), new TextEdit(1, 1, "y"))))
                .isEqualTo("axyb");
    }

    @Test
    void noEditsLeaveTheText() {
        assertThat(TextEdit.apply("a\uD83D\uDE00", List.of())).isEqualTo("a\uD83D\uDE00");
    }

    @Test
    void overlappingEditsAreADefect() {
        assertThatThrownBy(() -> TextEdit.apply("abc", List.of(new TextEdit(0, 2, "x"), new TextEdit(1, 3, "y"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
