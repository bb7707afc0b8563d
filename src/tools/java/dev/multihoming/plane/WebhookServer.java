package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The packaged webhook as a process of its own, as it would run in a pod: nothing of it is in this JVM.
public final class WebhookServer implements AutoCloseable {
    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final ChildProcess process;
    private final ServingCertificate certificate;
    private final int port;
    private final int managementPort;

    private WebhookServer(ChildProcess process, ServingCertificate certificate, int port, int managementPort) {
        this.process = process;
        this.certificate = certificate;
        this.port = port;
        this.managementPort = managementPort;
    }

    public static boolean isPackaged() {
        return Files.isRegularFile(JAR);
    }

    /// Returns when it calls itself ready. Certificate and log go into `home`.
    public static WebhookServer start(Path kubeconfig, Path home) {
        return start(kubeconfig, home, Map.of());
    }

    /// As above, with settings of its own, by their environment variables.
    public static WebhookServer start(Path kubeconfig, Path home, Map<String, String> settings) {
        return start(kubeconfig, home, settings, ServingCertificate.writeInto(home.resolve("webhook-certificate")));
    }

    /// As above, with a certificate that it shares with another one, as replicas do.
    public static WebhookServer start(
            Path kubeconfig, Path home, Map<String, String> settings, ServingCertificate certificate) {
        if (!isPackaged()) {
            throw new PlaneException("There is no " + JAR + ": package the webhook first (mvn package).");
        }
        return start(Launcher.PACKAGED, kubeconfig, home, settings, certificate);
    }

    /// As above, started in another way.
    public static WebhookServer start(
            Launcher launcher,
            Path kubeconfig,
            Path home,
            Map<String, String> settings,
            ServingCertificate certificate) {
        var server = launch(launcher, kubeconfig, home, settings, certificate);
        try {
            server.process.waitUntilReady(server::isReady);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// As above, without waiting.
    public static WebhookServer launch(
            Launcher launcher,
            Path kubeconfig,
            Path home,
            Map<String, String> settings,
            ServingCertificate certificate) {
        int port = FreePort.find();
        int managementPort = FreePort.find();
        var environment = new HashMap<>(environment(port, managementPort));
        environment.putAll(settings);
        Launcher.Launch launch = launcher.launch(kubeconfig, certificate, environment);
        Path log = home.resolve("logs").resolve("webhook.log");
        var process = ChildProcess.start("The webhook", log, launch.command(), launch.environment());
        return new WebhookServer(process, certificate, port, managementPort);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /// The processor time it has used since its start.
    public Duration processorTime() {
        return process.processorTime();
    }

    /// The most memory it ever had, in KiB; 0 where the system does not tell (Linux does).
    public long peakMemory() {
        return process.peakMemory();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// SIGTERM, as the kubelet sends it. Returns at once.
    public void terminate() {
        process.terminate();
    }

    /// SIGKILL. Returns at once.
    public void kill() {
        process.kill();
    }

    public int managementPort() {
        return managementPort;
    }

    public ServingCertificate certificate() {
        return certificate;
    }

    /// The memory that it has at this moment, in KiB.
    public long residentMemory() {
        return process.residentMemory();
    }

    /// What of it nobody else can have, and is not read from a file, in KiB.
    public long ownMemory() {
        return process.ownMemory();
    }

    /// SIGTERM, and waits for its end.
    public void end() {
        process.terminate();
        Eventually.holds("the webhook to end", () -> !process.isAlive());
    }

    @Override
    public void close() {
        process.close();
    }

    /// What it must be told to run beside others on this machine; how it finds the cluster is its launcher's.
    private static Map<String, String> environment(int port, int managementPort) {
        return Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                // In a cluster it serves on until nobody sends any more; here the configurations are gone before.
                "QUARKUS_SHUTDOWN_DELAY", "0S",
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    }

    /// Whether it calls itself ready; false where nobody answers.
    public boolean isReady() {
        try {
            return management().get("/q/health/ready").statusCode() == 200;
        } catch (IOException _) {
            // Nobody listens yet.
            return false;
        }
    }

    /// What it says on the management port.
    public Metrics metrics() {
        try {
            return new Metrics(management().get("/q/metrics").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ManagementPort management() {
        return new ManagementPort(managementPort);
    }
}
