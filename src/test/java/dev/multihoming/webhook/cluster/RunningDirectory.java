package dev.multihoming.webhook.cluster;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.plane.Eventually;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// The cluster shell, wired as in the server and pointed at the API server of a test.
final class RunningDirectory implements AutoCloseable {
    final MeterRegistry registry = new SimpleMeterRegistry();
    final ClusterNetworks networks;
    final InformerReadiness readiness;
    private final CrdWatch watch;

    private RunningDirectory(KubernetesClient client) {
        var known = new KnownNetworks(client);
        networks = new ClusterNetworks(
                client,
                known,
                new LookupMetrics(registry, known),
                new FactsWatch(client, Duration.ZERO),
                _ -> Optional.empty(),
                // What is tested are answers, not how soon a busy machine gives them.
                Eventually.PATIENCE,
                Eventually.PATIENCE);
        readiness = new InformerReadiness(known);
        watch = new CrdWatch(client, NetworkAttachmentDefinitions.CRD, known);
    }

    static RunningDirectory start(KubernetesClient client) {
        RunningDirectory directory = withoutInformer(client);
        directory.watch.start();
        return directory;
    }

    /// As it is in the first moments of a process.
    static RunningDirectory withoutInformer(KubernetesClient client) {
        return new RunningDirectory(client);
    }

    boolean isReady() {
        return readiness.call().getStatus() == HealthCheckResponse.Status.UP;
    }

    boolean knows(NadRef ref) {
        return networks.known(ref).orElse(null) instanceof Lookup.Found;
    }

    /// As a review does: what is known, else what the API server says.
    Lookup lookup(NadRef ref) {
        return networks.known(ref)
                .orElseGet(() -> networks.ask(ref).toCompletableFuture().join());
    }

    double lookups(LookupOutcome outcome) {
        return registry.get("multihoming.lookups")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Override
    public void close() {
        watch.stop();
    }
}
