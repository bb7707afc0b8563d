package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.review.DefectTrace;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.webhook.codec.ReviewEncoder;
import dev.multihoming.webhook.lookup.ExistingView;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import dev.multihoming.webhook.settings.Configuration;
import dev.multihoming.webhook.settings.ConfiguredSettings;
import dev.multihoming.webhook.settings.SkewSafeClock;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/// How the parts are put together: plain objects, made here and nowhere else.
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    Settings settings(Configuration configuration) {
        return ConfiguredSettings.of(configuration);
    }

    @Produces
    @Singleton
    BytesInFlight bytesInFlight(Configuration configuration) {
        return new BytesInFlight(configuration.maxBytesInFlight().asLongValue());
    }

    @Produces
    @Singleton
    BodyIntake bodyIntake(Configuration configuration, BytesInFlight inFlight) {
        return new BodyIntake(configuration.maxBodySize().asLongValue(), inFlight);
    }

    @Produces
    @Singleton
    ReviewMetrics metrics(MeterRegistry meters, BytesInFlight inFlight, Settings settings) {
        return new ReviewMetrics(meters, inFlight, settings.accounts());
    }

    @Produces
    @Singleton
    EffectivePolicy builtInPolicy(Configuration configuration) {
        return ConfiguredSettings.policy(configuration);
    }

    /// By which exemptions end.
    @Produces
    @Singleton
    SkewSafeClock clock() {
        return new SkewSafeClock(Clock.systemUTC());
    }

    @Produces
    @Singleton
    RuleEngine engine(ReviewMetrics metrics) {
        return new RuleEngine(RuleBook.all(), (rule, failure) -> {
            metrics.ruleFailed();
            LOG.errorf(
                    DefectTrace.of(failure),
                    "The rule %s %s failed; this is a defect of the webhook",
                    rule.code(),
                    rule.name());
        });
    }

    @Produces
    @Singleton
    Reviewer reviewer(RuleEngine engine, PolicyResolver resolver, Clock clock) {
        return new Reviewer(engine, resolver, () -> clock.instant().getEpochSecond());
    }

    @Produces
    @Singleton
    ExistingReviews existingReviews(Reviewer reviewer, NetworkDirectory directory, Settings settings) {
        return new ExistingReviews(reviewer, new ExistingView(directory), settings);
    }

    @Produces
    @Singleton
    Wording wording(Configuration configuration) {
        return new Wording(configuration.rulePages());
    }

    @Produces
    @Singleton
    ReviewService reviews(Wording wording, Reviewer reviewer, NetworkDirectory directory, ReviewMetrics metrics) {
        ReviewEncoder encoder = new ReviewEncoder(wording);
        return new ReviewService(reviewer, encoder, directory, metrics, DecisionLog.ofTheServer());
    }
}
