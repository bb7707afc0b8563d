package dev.multihoming.chaos;

import dev.multihoming.plane.ControlPlane;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A pod of the webhook: its process with the memory and the permissions that are shipped, a wire that leads to
/// it, and one from it to the API server.
final class Replica implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Half of a limit of 640 MiB, as kustomize/base/deployment.yaml and the image have it.
    private static final Map<String, String> AS_SHIPPED = Map.of(
            "JAVA_TOOL_OPTIONS", "-Xmx320m -XX:+ExitOnOutOfMemoryError",
            "QUARKUS_SHUTDOWN_DELAY", "5S",
            "MULTIHOMING_AUDIT_INTERVAL", "0");

    private final Path home;
    private final Path kubeconfig;
    private final ServingCertificate certificate;
    private final Wire wire;
    private final Wire toApiServer;
    private volatile WebhookServer server;

    private Replica(
            Path home,
            Path kubeconfig,
            ServingCertificate certificate,
            Wire wire,
            Wire toApiServer,
            WebhookServer first) {
        this.home = home;
        this.kubeconfig = kubeconfig;
        this.certificate = certificate;
        this.wire = wire;
        this.toApiServer = toApiServer;
        this.server = first;
    }

    /// Returns when it is ready.
    static Replica start(
            Toxiproxy toxiproxy,
            ControlPlane plane,
            ServingCertificate certificate,
            Path folder,
            Map<String, String> settings) {
        Path home = nextHome(folder);
        String name = "replica-" + COUNT.incrementAndGet();
        Wire toApiServer = toxiproxy.wire(name + "-to-apiserver", plane.port());
        Path kubeconfig = ShippedAccount.kubeconfig(plane, home, _ -> "https://127.0.0.1:" + toApiServer.port());
        WebhookServer first = WebhookServer.start(kubeconfig, home, asShipped(settings), certificate);
        Wire wire = toxiproxy.wire(name, first.port());
        return new Replica(home, kubeconfig, certificate, wire, toApiServer, first);
    }

    /// Where the next one will keep its files.
    static Path nextHome(Path folder) {
        return folder.resolve("replica-" + (COUNT.get() + 1));
    }

    /// The container again, after its process ended.
    void startAgain() {
        WebhookServer next = WebhookServer.start(kubeconfig, home, asShipped(Map.of()), certificate);
        // First: who sees that it is ready sends to it.
        wire.leadTo(next.port());
        server = next;
    }

    WebhookServer server() {
        return server;
    }

    /// What the Service sends to.
    Wire wire() {
        return wire;
    }

    Wire toApiServer() {
        return toApiServer;
    }

    void awaitEnd() {
        Eventually.holds("a replica to end", () -> !server.isAlive());
    }

    Path log() {
        return home.resolve("logs").resolve("webhook.log");
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, String> asShipped(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(AS_SHIPPED);
        all.putAll(settings);
        return all;
    }
}
