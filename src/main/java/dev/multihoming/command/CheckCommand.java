package dev.multihoming.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `multihoming check`: what the webhook would say of manifests.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Say what the webhook would say of manifests, before they are applied.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders; - for standard input.")
    private List<String> paths = List.of();

    @Override
    public Integer call() {
        return paths.isEmpty() ? ExitCode.COULD_NOT_RUN : ExitCode.CLEAN;
    }
}
