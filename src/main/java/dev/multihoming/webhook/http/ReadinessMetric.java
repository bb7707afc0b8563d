package dev.multihoming.webhook.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Readiness as Prometheus sees it: scrapers ask replicas that are not ready as well, and then nothing else tells that
/// nobody is.
@Singleton
final class ReadinessMetric {
    private final Instance<HealthCheck> checks;

    ReadinessMetric(@Readiness Instance<HealthCheck> checks) {
        this.checks = checks;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("multihoming.ready", this, metric -> metric.isReady() ? 1 : 0)
                .description("1 if the replica is ready")
                .register(meters);
    }

    private boolean isReady() {
        return checks.stream().allMatch(check -> check.call().getStatus() == HealthCheckResponse.Status.UP);
    }
}
