package dev.multihoming.chaos;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.WebhookServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// Replicas behind a Service of their own, which come and go as in a rollout.
public final class ServedReplicas implements AutoCloseable {
    /// After which a cluster has taken a pod that ends out of its Services.
    private static final Duration ENDPOINT_DELAY = Duration.ofSeconds(1);

    private final List<WebhookServer> replicas = new CopyOnWriteArrayList<>();
    private final Service service =
            new Service(() -> replicas.stream().map(WebhookServer::port).toList());

    /// Where the Service answers, on 127.0.0.1.
    public int port() {
        return service.port();
    }

    /// Those that the Service sends to now.
    public List<WebhookServer> all() {
        return List.copyOf(replicas);
    }

    public void add(WebhookServer replica) {
        replicas.add(replica);
    }

    /// SIGTERM; the Service still sends to it for a moment. Returns when it has ended.
    public void retire(WebhookServer replica) {
        replica.terminate();
        LockSupport.parkNanos(ENDPOINT_DELAY.toNanos());
        replicas.remove(replica);
        Eventually.holds("a replica to end", () -> !replica.isAlive());
    }

    @Override
    public void close() {
        replicas.forEach(WebhookServer::close);
        service.close();
    }
}
