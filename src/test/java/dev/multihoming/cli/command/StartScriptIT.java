package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `bin/multihoming`, laid out beside the packaged jars as `make cli` does it.
class StartScriptIT {
    @TempDir
    private static Path home = Path.of("");

    @BeforeAll
    static void layOut() {
        new ShortProgram(
                        List.of("tools/offline-command", home.toString()),
                        Map.of("JAVA_HOME", System.getProperty("java.home")))
                .run("")
                .orThrow("laying out the offline commands");
    }

    @ParameterizedTest
    @CsvSource({"multihoming, multihoming", "kubectl-multihoming, kubectl multihoming"})
    void withoutArgumentsItPrintsUsage(String program, String name) {
        ProgramOutcome outcome = run(program, Map.of());
        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout()).startsWith("Usage: " + name + " ").contains("check", "explain", "nad", "test");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void itSaysWhatServesTheWebhooks() {
        ProgramOutcome outcome = run("multihoming", Map.of(), "serve");
        assertThat(outcome.stderr())
                .startsWith("multihoming: This program has only the offline commands.")
                .hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void boldTextEndsWithNormalIntensity() {
        ProgramOutcome outcome =
                run("multihoming", Map.of("CLICOLOR_FORCE", "1"), "check", "demo/rejected/eth0-taken.yaml");
        assertThat(outcome.stdout())
                .contains(
                        "\u001B[1m\u001B[31mdenied\u001B[39m\u001B[22m: \u001B[1mMH104 reserved-interface-name\u001B[22m")
                .doesNotContain("\u001B[21m");
    }

    private static ProgramOutcome run(String program, Map<String, String> environment, String... arguments) {
        List<String> command = Stream.concat(Stream.of(home.resolve(program).toString()), Stream.of(arguments))
                .toList();
        return new ShortProgram(command, environment).run("");
    }
}
