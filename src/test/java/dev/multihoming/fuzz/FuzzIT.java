package dev.multihoming.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few seconds of Jazzer for each target, so that no target rots, from the same seed each time, so that a
/// change is told from luck; `make fuzz` takes its time.
class FuzzIT {
    private static final String[] SHORT = {"-max_total_time=5", "-seed=20261125"};
    private static final Path HOME = Path.of("target", "fuzz-short");

    /// What an earlier run found would be taken for this one's.
    @BeforeAll
    static void begin() throws IOException {
        if (Files.exists(HOME)) {
            try (Stream<Path> left = Files.walk(HOME)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShortRunFindsNothing(FuzzTarget target) throws IOException {
        Jazzer jazzer = new Jazzer(target, Files.createDirectories(HOME.resolve(target.folder())));

        Jazzer.Run run = jazzer.fuzz(SHORT);

        assertThat(run.findings()).as("see " + jazzer.log()).isEmpty();
        // One that reaches nothing of ours proves nothing.
        assertThat(run.coverage()).as("see " + jazzer.log()).isGreaterThan(100);
        assertThat(run.executions()).isGreaterThanOrEqualTo(target.seeds().size());
    }
}
