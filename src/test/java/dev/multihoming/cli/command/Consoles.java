package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import picocli.CommandLine;

/// The engine of the console, as the command makes it.
final class Consoles {
    private Consoles() {}

    /// On those paths; without any, on the cluster of the kubeconfig.
    static ConsoleEngine engine(String... paths) {
        return engine(List.of(paths));
    }

    static ConsoleEngine onFilesAndCluster(String... paths) {
        return engine(List.of(paths), "--cluster");
    }

    /// Without a cluster, under the policies of those files.
    static ConsoleRequests requests(List<String> paths, List<String> policies) {
        String[] options = policies.stream().map("--policy=%s"::formatted).toArray(String[]::new);
        return new ConsoleRequests(paths, judging(options));
    }

    private static ConsoleEngine engine(List<String> paths, String... options) {
        return new ConsoleEngine(paths, judging(options));
    }

    private static JudgingOptions judging(String... options) {
        JudgingOptions judging = new JudgingOptions();
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create()
                .addMixin("judging", CommandLine.Model.CommandSpec.forAnnotatedObject(judging)));
        assertThat(line.parseArgs(options).unmatched()).isEmpty();
        return judging;
    }
}
