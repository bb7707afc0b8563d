package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.client.ApiServerAddress;
import dev.multihoming.console.http.ConsoleCertificate;
import dev.multihoming.console.http.HealthServer;
import dev.multihoming.console.http.SessionLimits;
import dev.multihoming.console.http.SharedConsoleServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `multihoming console-server`: the console in a cluster.
@Command(
        name = "console-server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serve the console to the users of a cluster, who log in with their own tokens.",
            "",
            "It has no rights of its own: every request to the API server uses the token of the user who caused it."
                    + " It reads no kubeconfig and no service account. kustomize/components/console runs it in a cluster."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended", "2:no certificate, no API server, or the port is in use"})
final class ConsoleServerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on; all of this machine without it.")
    private String address = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8443", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--health-port",
            paramLabel = "PORT",
            description = "Port of its own for GET /healthz, without TLS: what probes it does not compete with browsers"
                    + " for connections. Without it only the console's port has that path.")
    private @Nullable Integer healthPort;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "PEM file with the serving certificate and its chain. Without it the console listens on"
                    + " loopback only, for a proxy in the same pod. A renewed file is read without a restart.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with the private key of that certificate.")
    private @Nullable Path key;

    @Option(
            names = "--api-server",
            paramLabel = "URL",
            description = "The API server; that of the pod's cluster without it (KUBERNETES_SERVICE_HOST).")
    private @Nullable URI apiServer;

    @Option(
            names = "--api-server-ca",
            paramLabel = "FILE",
            required = true,
            description = "PEM file with the certificates of the API server's authorities.")
    private Path authority = Path.of("");

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            defaultValue = "15m",
            converter = DurationText.class,
            description = "A session without requests ends after it. Default: ${DEFAULT-VALUE}.")
    private Duration idle = Duration.ZERO;

    @Option(
            names = "--longest",
            paramLabel = "DURATION",
            defaultValue = "8h",
            converter = DurationText.class,
            description = "Every session ends after it. Default: ${DEFAULT-VALUE}.")
    private Duration longest = Duration.ZERO;

    @Option(
            names = "--max-sessions",
            paramLabel = "NUMBER",
            defaultValue = "100",
            description = "How many browsers may be logged in. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(
            names = "--allow-writes",
            description =
                    "Create, change and delete networks, each with the token of its user. What the API server would"
                            + " store is shown before each write. Without it the console only reads.")
    private boolean allowWrites;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        TokenUsers users = new TokenUsers(new ApiServerAddress(server(), readable(authority)), allowWrites, spec);
        try (SharedConsoleServer console = SharedConsoleServer.start(settings(), users, InstantSource.system(), it -> {
                    it.printStackTrace(err);
                    err.flush();
                });
                Closeable _ = health()) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf("The console listens on port %d.%n", console.port());
            out.flush();
            new CountDownLatch(1).await();
            return ExitCode.CLEAN;
        } catch (IOException e) {
            String ports = healthPort == null ? "Port " + port : "Port " + port + " or " + healthPort;
            throw new CannotRun(ports + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private Closeable health() throws IOException {
        if (healthPort == null) {
            return () -> {};
        }
        return HealthServer.start(where(healthPort))::close;
    }

    private SharedConsoleServer.Settings settings() {
        InetSocketAddress where = where(port);
        Optional<ConsoleCertificate> pair = certificate();
        if (pair.isEmpty() && !where.getAddress().isLoopbackAddress()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Tokens are sent over TLS only: give --tls-certificate and --tls-key, or --address 127.0.0.1.");
        }
        return new SharedConsoleServer.Settings(where, pair, new SessionLimits(idle, longest, most));
    }

    private InetSocketAddress where(int port) {
        try {
            return address.isEmpty()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new CannotRun("There is no address " + address + ".", e);
        }
    }

    private Optional<ConsoleCertificate> certificate() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new ParameterException(spec.commandLine(), "--tls-certificate and --tls-key go together.");
        }
        try {
            return Optional.of(ConsoleCertificate.read(readable(certificate), readable(key), InstantSource.system()));
        } catch (IOException e) {
            throw new CannotRun("The serving certificate cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private URI server() {
        URI server = apiServer != null
                ? apiServer
                : ApiServerAddress.ofPod(System.getenv())
                        .orElseThrow(() -> new CannotRun("There is no API server: give --api-server."));
        if (!"https".equals(server.getScheme())) {
            throw new CannotRun("Tokens are sent over TLS only: --api-server must be an https:// URL.");
        }
        return server;
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotRun("The file " + file + " cannot be read.");
        }
        return file;
    }
}
