package dev.multihoming.plane;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The packaged webhook as the replicas of the shipped Deployment: the API server reaches it through the shipped
/// Service, under its name, with the certificate that it makes itself. What a kubelet and the EndpointSlice controller
/// would say is
/// said here.
public final class ReplicaBehindService implements AutoCloseable {
    private static final String NAMESPACE = "multihoming-system";

    private final WebhookServer server;
    private final ScheduledExecutorService kubelet = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("kubelet").factory());

    private ReplicaBehindService(WebhookServer server, Kubectl kubectl) {
        this.server = server;
        // Also those of a later rollout.
        var _ = kubelet.scheduleWithFixedDelay(() -> reportReady(kubectl), 0, 1, TimeUnit.SECONDS);
    }

    /// One of this machine; EndpointSlices take no loopback address.
    public static Optional<String> address() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    /// Returns when it is ready; the Deployment becomes available soon after.
    public static ReplicaBehindService start(ControlPlane plane, Path home, String address) {
        Kubectl kubectl = plane.kubectl().inNamespace(NAMESPACE);
        WebhookServer server = WebhookServer.start(
                ShippedAccount.kubeconfig(plane, home),
                home.resolve("replica"),
                Map.of("QUARKUS_HTTP_HOST", address, "MULTIHOMING_SELF_MANAGED_CERTIFICATE_ENABLED", "true"));
        try {
            kubectl.apply("""
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata: {name: replica, labels: {kubernetes.io/service-name: multihoming-webhook}}
                    addressType: IPv4
                    ports: [{name: admission, port: %d, protocol: TCP}]
                    endpoints: [{addresses: [%s], conditions: {ready: true}}]
                    """.formatted(server.port(), address)).orThrow("Making the Service's endpoint");
            return new ReplicaBehindService(server, kubectl);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void reportReady(Kubectl kubectl) {
        List<String> pods =
                kubectl.run("get", "pods", "--output=name").stdout().lines().toList();
        for (String pod : pods) {
            kubectl.run("patch", pod, "--subresource=status", "--patch", """
                            {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}
                            """);
        }
    }

    /// What the kubelet's readiness probe would read.
    public String readiness() {
        try {
            return new ManagementPort(server.managementPort())
                    .get("/q/health/ready")
                    .body();
        } catch (IOException _) {
            // Nobody listens yet.
            return "";
        }
    }

    public Metrics metrics() {
        return server.metrics();
    }

    @Override
    public void close() {
        kubelet.shutdownNow();
        server.close();
    }
}
