package dev.multihoming.plane;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// The program behind `make up`: the cluster with the webhook and the console, in the background, until SIGTERM.
/// It tells tools/local-plane by files: `pid` at once; `children` (pids), `env`, `console` (its link) and `ready`
/// when all of it is up.
public final class LocalPlane {
    private final Path home;
    private final PrintStream out;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private LocalPlane(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var plane = new LocalPlane(Path.of(arguments[0]).toAbsolutePath(), System.out);
        // One hook alone, since hooks run all at once and the webhook must go before the API server.
        Runtime.getRuntime().addShutdownHook(new Thread(plane::stop, "stop"));
        try {
            plane.start();
        } catch (PlaneException e) {
            System.err.println(e.getCause() == null ? e.getMessage() : e.getMessage() + " (" + e.getCause() + ")");
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            // Threads of kube-api-test would keep this process alive, and make up waiting.
            e.printStackTrace();
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private void start() throws IOException {
        Files.writeString(
                home.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
        out.println("starting etcd, kube-apiserver and kube-controller-manager");
        Cluster cluster = Cluster.start(home);
        opened(cluster);
        out.println("starting the webhook");
        opened(InstalledWebhook.on(cluster.controlPlane(), home));
        out.println("starting the console");
        LocalConsole console = LocalConsole.on(
                cluster.controlPlane().kubeconfig(), home.resolve("logs").resolve("console.log"));
        opened(console);
        Files.writeString(home.resolve("console"), console.link() + "\n");
        Files.writeString(home.resolve("children"), children());
        Files.writeString(home.resolve("env"), environment(cluster.controlPlane()));
        Files.writeString(home.resolve("ready"), "");
        out.println("ready");
    }

    private synchronized void opened(AutoCloseable part) {
        running.push(part);
    }

    private synchronized void stop() {
        out.println("stopping");
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                // The next part must be stopped all the same.
                out.println("while stopping: " + e);
            }
        }
        forget("ready", "env", "console", "kubeconfig", "children", "pid");
        out.println("stopped");
    }

    private void forget(String... files) {
        try {
            for (String file : files) {
                Files.deleteIfExists(home.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String children() {
        return ProcessHandle.current()
                .children()
                .map(child -> child.pid() + "\n")
                .collect(Collectors.joining());
    }

    private static String environment(ControlPlane plane) {
        return """
                export KUBECONFIG='%s'
                export PATH='%s':"$PATH"
                """.formatted(plane.kubeconfig(), plane.programs().folder());
    }
}
