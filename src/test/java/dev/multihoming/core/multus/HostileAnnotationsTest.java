package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.ProcessorTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An annotation may have 256 KiB, and a longer one is not read at all; here it is, since work that grows with
/// the square of its length would hold up everybody's pods.
class HostileAnnotationsTest {
    /// Of processor time, whatever else the machine does: a hundred times what the slowest of these takes on a slow
    /// machine, and a tenth of what a square
    /// would.
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(60);

    private static final int BYTES = 2_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"null,", ",", "A,", "{\"mac\":1},", "{\"name\":\"a\",\"NAME\":\"b\"},", "{\"ips\":[1]},"})
    void isReadInTimeThatGrowsWithItsLength(String piece) {
        String body = piece.repeat(BYTES / piece.length());
        String text = piece.startsWith("{") || piece.startsWith("null") ? "[" + body + "null]" : body;

        NetworkSelections read = ProcessorTime.atMost(FAR_TOO_LONG, () -> NetworkSelectionsReader.readWhole(text));

        assertThat(read.violations()).hasSizeBetween(1, 21);
        assertThat(read.count()).isGreaterThan(64);
    }

    @Test
    void blanksBeforeManyEmptyItemsAreReadOnce() {
        String text = " ".repeat(BYTES / 2) + ",".repeat(BYTES / 2);

        NetworkSelections read = ProcessorTime.atMost(FAR_TOO_LONG, () -> NetworkSelectionsReader.readWhole(text));

        assertThat(read.count()).isEqualTo(BYTES / 2 + 1);
    }
}
