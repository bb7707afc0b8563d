package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Phase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// `multihoming_reviews_total`, one counter for each combination of labels.
///
/// A value that is not reviewed is counted as `other`, so that senders cannot grow the number of series.
final class ReviewCounters {
    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Map<Series, Counter> counters = new ConcurrentHashMap<>();

    ReviewCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Series(Phase endpoint, String resource, String operation, Effect effect) {}

    void count(Phase endpoint, AdmissionRequest request, Effect effect) {
        Series series = new Series(endpoint, resource(request.resource()), operation(request.operation()), effect);
        // The registry finds a meter by its tags as well, but sorts and hashes them at every call.
        counters.computeIfAbsent(series, this::register).increment();
    }

    private static String resource(AdmissionRequest.Resource resource) {
        return ReviewedKinds.of(resource).isPresent() ? resource.toString() : OTHER;
    }

    private static String operation(String operation) {
        return switch (operation) {
            case "CREATE", "UPDATE", "DELETE" -> operation;
            default -> OTHER;
        };
    }

    private Counter register(Series series) {
        return Counter.builder("multihoming.reviews")
                .description("Reviews, by hook, resource, operation and decision")
                .tag("hook", series.endpoint().name().toLowerCase(Locale.ROOT))
                .tag("resource", series.resource())
                .tag("operation", series.operation())
                .tag("decision", series.effect().word())
                .register(meters);
    }
}
