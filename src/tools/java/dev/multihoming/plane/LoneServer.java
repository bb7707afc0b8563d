package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packaged webhook as a process, without a cluster: what it does before there is one, and when there is none.
public final class LoneServer implements AutoCloseable {
    private final ChildProcess process;
    private final Path home;
    private final int port;
    private final int managementPort;

    private LoneServer(ChildProcess process, Path home, int port, int managementPort) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.managementPort = managementPort;
    }

    /// Returns when it lives. Its certificate is looked for, and not made, in `home`: see [#certificate] and [#key].
    public static LoneServer start(Path home, Map<String, String> settings) {
        LoneServer server = launch(home, settings);
        try {
            server.process.waitUntilReady(() -> server.get("/q/health/live").contains("UP"));
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// As above, without waiting.
    public static LoneServer launch(Path home, Map<String, String> settings) {
        int port = FreePort.find();
        int managementPort = FreePort.find();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                WebhookServer.JAR.toAbsolutePath().toString());
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort),
                // Nobody listens on port 1, and nothing may be looked up in the cluster of whoever runs the tests.
                "KUBERNETES_MASTER", "https://127.0.0.1:1",
                "KUBECONFIG", home.resolve("no-kubeconfig").toString(),
                "MULTIHOMING_TLS_CERTIFICATE", home.resolve("tls.crt").toString(),
                "MULTIHOMING_TLS_KEY", home.resolve("tls.key").toString(),
                "MULTIHOMING_TLS_CHECK_INTERVAL", "200ms"));
        environment.putAll(settings);
        var process = ChildProcess.start("The webhook", home.resolve("webhook.log"), command, environment);
        return new LoneServer(process, home, port, managementPort);
    }

    public int port() {
        return port;
    }

    public Path certificate() {
        return home.resolve("tls.crt");
    }

    public Path key() {
        return home.resolve("tls.key");
    }

    /// What it says on the management port; empty where nobody listens there.
    public String get(String path) {
        try {
            return new ManagementPort(managementPort).get(path).body();
        } catch (IOException _) {
            return "";
        }
    }

    public String log() {
        try {
            return Files.readString(home.resolve("webhook.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGTERM, as the kubelet sends it. Returns at once.
    public void terminate() {
        process.terminate();
    }

    /// Waits for its end.
    public int exitCode() {
        Eventually.holds("the webhook to end", () -> !process.isAlive());
        return process.exitCode();
    }

    @Override
    public void close() {
        process.close();
    }
}
