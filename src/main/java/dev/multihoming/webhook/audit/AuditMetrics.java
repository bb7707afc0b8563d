package dev.multihoming.webhook.audit;

import dev.multihoming.core.review.Effect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What operators see of the audit, on the replica that does it.
public final class AuditMetrics {
    /// The number of series is bounded by it, by the rules there are and by the effects.
    static final int MAX_NAMESPACES = 100;

    private static final String THE_REST = "other";

    private final MultiGauge findings;
    private final Counter failures;
    private volatile double objects;
    private volatile double seconds;
    private volatile double completed;

    public AuditMetrics(MeterRegistry meters) {
        this.findings = MultiGauge.builder("multihoming.audit.findings")
                .description(
                        "Findings about objects that exist, by namespace, rule and what the policy makes of them; the"
                                + " worst namespaces by name, the rest as other")
                .register(meters);
        this.failures = Counter.builder("multihoming.audit.failures")
                .description("Audits that did not complete")
                .register(meters);
        Gauge.builder("multihoming.audit.objects", this, metrics -> metrics.objects)
                .description("Objects that the last audit read")
                .register(meters);
        Gauge.builder("multihoming.audit.duration.seconds", this, metrics -> metrics.seconds)
                .description("Duration of the last audit")
                .register(meters);
        Gauge.builder("multihoming.audit.completed.seconds", this, metrics -> metrics.completed)
                .description(
                        "When the last look of the audit ended, in seconds since the epoch; 0 where this replica does"
                                + " not look")
                .register(meters);
    }

    void found(AuditSnapshot census) {
        objects = census.objects();
        findings.register(rows(census), true);
    }

    /// Reports included.
    void completed(Duration took) {
        seconds = took.toMillis() / 1_000.0;
        completed = System.currentTimeMillis() / 1_000.0;
    }

    void failed() {
        failures.increment();
    }

    /// Another replica tells it now.
    void forget() {
        objects = 0;
        seconds = 0;
        completed = 0;
        findings.register(List.of(), true);
    }

    private record Series(String namespace, String code, Effect effect) {}

    private static List<Row<?>> rows(AuditSnapshot census) {
        Set<String> named = worst(census.tallies());
        Map<Series, Integer> counts = new HashMap<>();
        census.tallies().forEach((namespace, tally) -> {
            String label = named.contains(namespace) ? namespace : THE_REST;
            tally.byCode()
                    .forEach((code, effects) -> effects.forEach(
                            (effect, count) -> counts.merge(new Series(label, code, effect), count, Integer::sum)));
        });
        List<Row<?>> rows = new ArrayList<>();
        counts.forEach((series, count) -> rows.add(Row.of(
                Tags.of(
                        // Not "namespace": scrapers write there whose metrics these are.
                        "object_namespace",
                        series.namespace(),
                        "code",
                        series.code(),
                        "mode",
                        series.effect().mode()),
                count)));
        return rows;
    }

    private static Set<String> worst(Map<String, NamespaceSummary> tallies) {
        Comparator<Map.Entry<String, NamespaceSummary>> byBreaches = Comparator.comparingInt(entry ->
                entry.getValue().count(Effect.DENIED) + entry.getValue().count(Effect.COUNTED));
        return tallies.entrySet().stream()
                .sorted(byBreaches.reversed())
                .limit(MAX_NAMESPACES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
