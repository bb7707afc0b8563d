package dev.multihoming.webhook.cluster;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BooleanSupplier;

/// How old what reviews look at may be.
@ApplicationScoped
class CacheMetrics {
    private static final double NANOS_A_SECOND = 1e9;

    CacheMetrics(MeterRegistry meters, KnownNetworks networks, PolicyWatch policies) {
        measure(meters, "nads", networks::isCurrent);
        measure(meters, "policies", policies::isCurrent);
    }

    /// Made by then, so that the meters are there.
    void start(@Observes ClusterStart event) {}

    private void measure(MeterRegistry meters, String cache, BooleanSupplier isCurrent) {
        Gauge.builder("multihoming.cache.age.seconds", new Age(isCurrent), Age::seconds)
                .description(
                        "Seconds without changes from the API server, to the interval of the scrapes; 0 while they arrive")
                .tag("cache", cache)
                // It has no other reference.
                .strongReference(true)
                .register(meters);
    }

    /// Looked at by one scraper at a time, and harmless where two of them meet.
    private static final class Age {
        private final BooleanSupplier isCurrent;
        private volatile long lastCurrent = System.nanoTime();

        Age(BooleanSupplier isCurrent) {
            this.isCurrent = isCurrent;
        }

        double seconds() {
            long now = System.nanoTime();
            if (isCurrent.getAsBoolean()) {
                lastCurrent = now;
            }
            return (now - lastCurrent) / NANOS_A_SECOND;
        }
    }
}
