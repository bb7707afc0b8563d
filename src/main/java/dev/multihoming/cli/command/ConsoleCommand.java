package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.console.engine.Writes;
import dev.multihoming.console.http.ConsoleServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming console`: the engine behind pages in a browser.
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Show networks in a browser, draft new ones and try manifests.",
            "Reads the kubeconfig's current cluster with your rights, or files where a PATH is given.",
            "",
            "Listens on 127.0.0.1 and prints a link that works once. Nothing is written to files; with"
                    + " --allow-writes, networks can be written to the cluster. Ctrl-C ends it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended", "2:a path is missing, or the port is in use"})
final class ConsoleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Files or folders (their *.yaml, *.yml and *.json) whose networks are shown;"
                    + " without one those of the cluster.")
    private List<String> paths = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port on 127.0.0.1; a free one without it.")
    private int port;

    @Option(
            names = "--allow-writes",
            description = "Create, change and delete networks in the kubeconfig's current cluster with your rights."
                    + " What the API server would store is shown before each write.")
    private boolean allowWrites;

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleEngine engine = new ConsoleEngine(paths, judging);
        engine.requirePaths();
        engine.readFiles();
        if (allowWrites && !judging.asksCluster()) {
            throw new ParameterException(
                    spec.commandLine(), "--allow-writes writes to the cluster: add --cluster, or leave PATH out.");
        }
        Optional<Writes> writes = allowWrites
                ? Optional.of(new ConsoleWrites(
                        ClusterLogin.ofCurrentContext(), judging.givenNamespace(), ConsoleWrites.MOST_OF_OWN_PROCESS))
                : Optional.empty();
        try (ConsoleServer console = ConsoleServer.start(port, engine, writes, it -> it.printStackTrace(err))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(console.url());
            out.flush();
            new CountDownLatch(1).await();
            return ExitCode.CLEAN;
        } catch (IOException e) {
            throw new CannotRun("Port " + port + " on 127.0.0.1 cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
