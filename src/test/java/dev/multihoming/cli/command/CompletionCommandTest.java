package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
    @TempDir
    Path folder;

    /// By a real bash.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multihoming ex               | explain
            multihoming nad c            | create
            multihoming nad create --ty  | --type
            multihoming explain --as     | --as --as-group --assume-complete
            multihoming test -o j        | junit
            multihoming completion f     | fish
            """)
    void bashCompletes(String typed, String offered) throws IOException {
        Path script = Files.writeString(
                folder.resolve("completion.bash"),
                CommandRun.of("completion", "bash").out());
        int last = typed.split(" ", -1).length - 1;
        ProgramOutcome outcome =
                new ShortProgram(List.of("bash", "-c", """
                source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
                _complete_multihoming; echo "${COMPREPLY[*]}"
                """.formatted(script, typed, last, typed)), Map.of()).run("");

        assertThat(outcome.stdout().strip().split("\\s+")).contains(offered.split(" ", -1));
    }

    @Test
    void zshTakesTheSameScript() {
        assertThat(CommandRun.of("completion", "zsh").out()).contains("bashcompinit");
    }

    @Test
    void fishIsToldOfEveryCommandAndOption() {
        assertThat(CommandRun.of("completion", "fish").out())
                .contains("complete -c multihoming -f -n '__fish_use_subcommand' -a explain -d ")
                .contains("-n '__fish_seen_subcommand_from nad; and not __fish_seen_subcommand_from create' -a create")
                .contains("-n '__fish_seen_subcommand_from create' -l bridge -r -d ")
                .contains("-n '__fish_seen_subcommand_from test' -s o -l output -r -f -a 'text junit'");
    }

    @Test
    void asAPluginOfKubectlItIsCalledSo() {
        assertThat(CommandRun.of(Commands.commandLine("kubectl-multihoming"), "explain", "--help")
                        .out())
                .startsWith("Usage: kubectl multihoming explain ");
    }
}
