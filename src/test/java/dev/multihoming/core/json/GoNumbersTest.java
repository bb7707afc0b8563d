package dev.multihoming.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNumbersTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "0.0, 0", "1e2, 100", "100.0, 100", "-1, -1", "4094.00000000000000001, 4094"})
    void whatGoWritesAsAnIntegerIsOne(String text, long value) {
        assertThat(GoNumbers.whole(new JsonNumber(0, text.length(), text))).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1e-2", "1e19", "9223372036854775808", "1e300"})
    void aFractionOrMoreThanAnIntegerHoldsIsNone(String text) {
        assertThat(GoNumbers.whole(new JsonNumber(0, text.length(), text))).isEmpty();
    }
}
