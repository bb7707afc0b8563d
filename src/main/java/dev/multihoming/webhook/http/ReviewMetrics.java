package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.admission.ReviewOutcome;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What operators watch. Labels have few values, and a request can choose none but a namespace,
/// of which there are few as well.
final class ReviewMetrics {
    /// From a review without networks to one that waited for the API server until its deadline.
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5)
    };

    private static final int TOO_MANY_REQUESTS = 429;

    private final MeterRegistry meters;
    private final ReviewCounters reviews;
    private final DenialCounters denials;
    private final Counter ruleFailures;
    private final Timer mutations;
    private final Timer validations;

    /// Whose requests are those of controllers is in `accounts`.
    ReviewMetrics(MeterRegistry meters, BytesInFlight inFlight, Settings.Accounts accounts) {
        this.meters = meters;
        this.reviews = new ReviewCounters(meters);
        this.denials = new DenialCounters(meters, accounts);
        this.ruleFailures = Counter.builder("multihoming.rule.failures")
                .description("Rules that failed with an exception; each is a defect of the webhook")
                .register(meters);
        // There from the start, so that a rate over it is never empty.
        refusals(TOO_MANY_REQUESTS);
        this.mutations = timer(meters, Phase.MUTATE);
        this.validations = timer(meters, Phase.VALIDATE);
        Gauge.builder("multihoming.request.bytes.in.flight", inFlight, BytesInFlight::held)
                .description("Bytes of request bodies in memory")
                .register(meters);
    }

    /// Counts one review that took that long, from the request's arrival to its answer.
    void reviewed(Phase endpoint, AdmissionRequest request, Effect effect, long nanos) {
        reviews.count(endpoint, request, effect);
        Timer duration = switch (endpoint) {
            case MUTATE -> mutations;
            case VALIDATE -> validations;
        };
        duration.record(nanos, TimeUnit.NANOSECONDS);
    }

    /// Counts what rules found, each rule once, by what the policy made of it. Some of it is in no answer.
    void found(AdmissionRequest request, ReviewOutcome outcome) {
        denials.count(request, outcome.cards(Effect.DENIED));
        for (Effect effect : Effect.ofFindings()) {
            outcome.cards(effect)
                    .forEach(card -> Counter.builder("multihoming.findings")
                            .description("Findings of rules in requests, by the effect that the policy gives them")
                            .tag("code", card.code())
                            .tag("mode", effect.mode())
                            .register(meters)
                            .increment());
        }
    }

    /// Counts a request that got a status of the 400s and no review.
    void refused(int status) {
        refusals(status).increment();
    }

    private Counter refusals(int status) {
        return Counter.builder("multihoming.requests.refused")
                .description(
                        "Requests that were refused because they are not reviews, or because of overload, by HTTP status")
                .tag("status", Integer.toString(status))
                .register(meters);
    }

    /// Counts a defect of ours: a rule that threw.
    void ruleFailed() {
        ruleFailures.increment();
    }

    private static Timer timer(MeterRegistry meters, Phase endpoint) {
        return Timer.builder("multihoming.review.duration")
                .description("Time from a request's arrival to its answer")
                .tag("hook", endpoint.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
