package dev.multihoming.cli.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming completion`: what a shell needs to complete the others.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print the completion script of a shell.",
        footer = {
            "",
            "bash: source <(multihoming completion bash)",
            "zsh:  source <(multihoming completion zsh)",
            "fish: multihoming completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = switch (shell) {
            // The script of picocli turns on what zsh has for those of bash.
            case BASH, ZSH -> AutoComplete.bash("multihoming", root);
            case FISH -> FishCompletion.of("multihoming", root);
        };
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
        return ExitCode.CLEAN;
    }
}
