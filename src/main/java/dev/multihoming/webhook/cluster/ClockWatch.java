package dev.multihoming.webhook.cluster;

import dev.multihoming.client.ApiPages;
import dev.multihoming.webhook.schedule.PeriodicTask;
import dev.multihoming.webhook.settings.SkewSafeClock;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Asks the API server for the time: exemptions must not outlive their end where this machine's clock is behind.
@ApplicationScoped
class ClockWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(ClockWatch.class);

    private final SkewSafeClock clock;
    private final ApiPages api;
    private volatile double behindSeconds = Double.NaN;
    private boolean isTold;
    private final PeriodicTask task = new PeriodicTask("clock");

    ClockWatch(KubernetesClient client, MeterRegistry meters, SkewSafeClock clock) {
        this.clock = clock;
        this.api = new ApiPages(client);
        Gauge.builder("multihoming.clock.behind.seconds", () -> behindSeconds)
                .description(
                        "By how much this machine's clock is behind the API server's, to the second; negative where"
                                + " it is ahead; no number until the API server told")
                .register(meters);
    }

    void start(@Observes ClusterStart event) {
        task.start(this::look, ClusterStart.REST_AFTER, BETWEEN_LOOKS);
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    private void look() {
        try {
            Duration behind = clock.heard(api.time(System.nanoTime() + TIME_BOX_NANOS));
            behindSeconds = behind.toSeconds();
            boolean isWrong = behind.abs().compareTo(WORTH_A_WORD) > 0;
            if (isWrong && !isTold) {
                LOG.warnf(
                        "This machine's clock and the API server's differ by %d s",
                        behind.abs().toSeconds());
            }
            isTold = isWrong;
        } catch (IOException | RuntimeException e) {
            // A watch of its own tells when the API server is gone.
            LOG.debug("The API server does not tell the time", e);
        }
    }
}
