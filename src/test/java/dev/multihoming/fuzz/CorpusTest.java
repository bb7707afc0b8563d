package dev.multihoming.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What must hold for every input holds for all fixtures and for all that fuzzing ever found, without Jazzer.
class CorpusTest {
    private static final long ONE_MEGABYTE = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void everySeedHolds(FuzzTarget target) throws IOException {
        assertThat(target.seeds()).isNotEmpty();
        for (byte[] seed : target.seeds()) {
            target.run(seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyInputThatIsKeptHolds(FuzzTarget target) throws IOException {
        assertThat(target.kept()).isNotEmpty();
        for (Path kept : target.kept()) {
            try {
                target.run(Files.readAllBytes(kept));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(kept + " fails again", e);
            }
        }
    }

    @Test
    void theCorpusStaysSmall() throws IOException {
        long bytes = 0;
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path kept : target.kept()) {
                bytes += Files.size(kept);
            }
        }
        assertThat(bytes).isLessThan(ONE_MEGABYTE);
    }
}
