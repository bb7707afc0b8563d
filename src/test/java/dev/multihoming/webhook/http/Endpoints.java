package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.webhook.codec.ReviewEncoder;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Both webhooks without their sockets: the whole path from the bytes of a request to the bytes of its answer,
/// with all rules. What the server survives and calls a defect of its own (a rule that throws, a review that
/// fails) is an error here. For one thread at a time.
public final class Endpoints {
    /// 2026-06-01T00:00:00Z.
    private static final long NOW = 1_780_272_000;

    /// Loggers are forgotten where nobody holds them, and their handlers with them.
    private static final Logger LOGGER = Logger.getLogger(ReviewService.class.getName());

    private static final Defects DEFECTS = new Defects();

    static {
        LOGGER.addHandler(DEFECTS);
    }

    private final ReviewService reviews;

    /// For what is in that cluster, under those policies.
    public Endpoints(NetworkDirectory directory, PolicyResolver resolver) {
        RuleEngine engine = new RuleEngine(RuleBook.all(), (card, failure) -> {
            throw new AssertionError(card.code() + " failed", failure);
        });
        reviews = new ReviewService(
                new Reviewer(engine, resolver, () -> NOW),
                new ReviewEncoder(new Wording("https://rules.example/")),
                directory,
                new ReviewMetrics(new SimpleMeterRegistry(), new BytesInFlight(1), Settings.DEFAULTS.accounts()),
                DecisionLog.ofTheServer());
    }

    /// As above, under the built-in policy.
    public Endpoints(NetworkDirectory directory) {
        this(directory, _ -> EffectivePolicy.BUILT_IN.with(Settings.DEFAULTS));
    }

    /// What a client gets.
    ///
    /// @param status of HTTP
    /// @param text the body
    public record Answer(int status, String text) {}

    public Answer answer(Phase endpoint, byte[] body) {
        Deadline deadline = Deadline.from(() -> 0, Duration.ofMinutes(1), Duration.ofSeconds(1));
        Reply reply = reviews.review(endpoint, body, deadline, Runnable::run)
                .toCompletableFuture()
                .join();
        DEFECTS.throwWhatWasLogged();
        return switch (reply) {
            case Reply.Reviewed(byte[] bytes) -> new Answer(200, new String(bytes, StandardCharsets.UTF_8));
            case Reply.Refused(int status, String sentence) -> new Answer(status, sentence);
        };
    }

    /// The last resort logs what it caught.
    private static final class Defects extends Handler {
        private @Nullable LogRecord logged;

        @Override
        public void publish(LogRecord logRecord) {
            logged = logRecord;
        }

        void throwWhatWasLogged() {
            LogRecord defect = logged;
            logged = null;
            if (defect != null) {
                throw new AssertionError(defect.getMessage(), defect.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
