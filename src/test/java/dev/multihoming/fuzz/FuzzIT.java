package dev.multihoming.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few seconds of Jazzer for each target, so that no target rots; `make fuzz` takes its time.
class FuzzIT {
    private static final int SECONDS = 5;
    private static final Path HOME = Path.of("target", "fuzz-short");

    @ParameterizedTest
    @EnumSource
    void aShortRunFindsNothing(FuzzTarget target) throws IOException {
        Jazzer jazzer = new Jazzer(target, Files.createDirectories(HOME.resolve(target.folder())));

        Jazzer.Run run = jazzer.fuzz(SECONDS);

        assertThat(run.findings()).as("see " + jazzer.log()).isEmpty();
        // One that reaches nothing of ours proves nothing.
        assertThat(run.coverage()).as("see " + jazzer.log()).isGreaterThan(100);
        assertThat(run.executions()).isGreaterThanOrEqualTo(target.seeds().size());
    }
}
