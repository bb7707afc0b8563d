package dev.multihoming.webhook.leader;

import dev.multihoming.webhook.cluster.ClusterStart;
import dev.multihoming.webhook.cluster.KnownNetworks;
import dev.multihoming.webhook.cluster.PolicyWatch;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Which replica leads, by a Lease. A replica that loses it, or cannot reach the API server to renew it, stops before
/// another one begins.
@ApplicationScoped
class Leadership {
    static final String LEASE = "multihoming-webhook";

    private static final Duration LEASE_DURATION = Duration.ofSeconds(15);
    private static final Duration RENEW_DEADLINE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(Leadership.class);

    private final KubernetesClient client;
    private final String namespace;
    private final PolicyWatch policies;
    private final KnownNetworks networks;
    private final List<LeaderTask> duties;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("leadership").factory());
    private final String identity =
            Objects.requireNonNullElse(System.getenv("HOSTNAME"), "replica") + "-" + UUID.randomUUID();
    private volatile @Nullable CompletableFuture<?> election;
    private volatile boolean leads;

    Leadership(
            KubernetesClient client,
            Configuration configuration,
            PolicyWatch policies,
            KnownNetworks networks,
            @All List<LeaderTask> duties,
            MeterRegistry meters) {
        this.client = client;
        this.namespace = configuration.namespace();
        this.policies = policies;
        this.networks = networks;
        this.duties = duties;
        Gauge.builder("multihoming.leader", this, it -> it.leads ? 1 : 0)
                .description("1 on the replica that writes statuses and runs the audit")
                .register(meters);
    }

    void start(@Observes ClusterStart event) {
        thread.execute(this::run);
    }

    /// Gives the Lease back, so that the next leader need not wait for its end.
    void stop(@Observes ShutdownEvent event) {
        CompletableFuture<?> running = election;
        thread.shutdownNow();
        if (running != null) {
            running.cancel(true);
        }
        end();
    }

    private void run() {
        try {
            // A replica that knows neither policies nor networks can say nothing about them.
            while (!policies.isReady() || !networks.isReady()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            while (!Thread.currentThread().isInterrupted()) {
                elect();
                Thread.sleep(RETRY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the election is over: lost, or failed.
    private void elect() throws InterruptedException {
        CompletableFuture<?> running =
                client.leaderElector().withConfig(configuration()).build().start();
        election = running;
        try {
            running.get();
        } catch (ExecutionException e) {
            LOG.warnf("The election of a leader failed and begins anew: %s", e.getCause());
        } catch (CancellationException _) {
            // By stop(), which interrupts this thread as well.
        }
    }

    private LeaderElectionConfig configuration() {
        return new LeaderElectionConfigBuilder()
                .withName(LEASE)
                .withLeaseDuration(LEASE_DURATION)
                .withRenewDeadline(RENEW_DEADLINE)
                .withRetryPeriod(RETRY)
                .withReleaseOnCancel(true)
                .withLock(new LeaseLock(namespace, LEASE, identity))
                .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::end, _ -> {}))
                .build();
    }

    private synchronized void begin() {
        LOG.info("This replica leads: it writes statuses and does the audit");
        leads = true;
        duties.forEach(LeaderTask::begin);
    }

    private synchronized void end() {
        if (leads) {
            LOG.info("This replica leads no longer");
            leads = false;
            duties.forEach(LeaderTask::end);
        }
    }
}
