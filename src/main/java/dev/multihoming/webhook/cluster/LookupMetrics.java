package dev.multihoming.webhook.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What operators see of NADs and lookups. Every series exists from the start, so that a rate over it is
/// never empty.
@ApplicationScoped
class LookupMetrics {
    private final Map<LookupOutcome, Counter> lookups = new EnumMap<>(LookupOutcome.class);

    LookupMetrics(MeterRegistry registry, KnownNetworks networks) {
        for (LookupOutcome outcome : LookupOutcome.values()) {
            lookups.put(
                    outcome,
                    Counter.builder("multihoming.lookups")
                            .description("Lookups at the API server of NADs that the informer does not know")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("multihoming.nads.known", networks, KnownNetworks::size)
                .description("NADs in the informer's cache")
                .register(registry);
        Gauge.builder("multihoming.nads.watching", networks, known -> known.isWatching() ? 1 : 0)
                .description("1 while changes of NADs arrive; 0 without a connection or without the CRD")
                .register(registry);
    }

    /// Made by then, so that the meters are there.
    void start(@Observes ClusterStart event) {}

    void count(LookupOutcome outcome) {
        Counter counter = lookups.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
