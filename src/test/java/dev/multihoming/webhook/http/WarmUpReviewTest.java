package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.RuleBook;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WarmUpReviewTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final WarmUpGate gate = new Wiring()
            .warmUpGate(
                    new RuleEngine(RuleBook.all(), (card, failure) -> {
                        throw new AssertionError(card.code(), failure);
                    }),
                    EffectivePolicy.BUILT_IN,
                    new Wording("https://rules.example/"),
                    Clock.systemUTC(),
                    Settings.DEFAULTS);

    /// What is not among them, the first real request of its kind pays for.
    @Test
    void eachThingThatCanComeOfAReviewComesOfOne() throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (WarmUpReview review : WarmUpReview.all()) {
            outcomes.add(review.path() + " " + outcome(response(review)));
        }
        assertThat(outcomes)
                .containsExactly(
                        "/mutate allowed",
                        "/validate allowed",
                        "/mutate patched",
                        "/validate denied",
                        "/mutate patched",
                        "/validate allowed",
                        "/validate warned",
                        "/validate allowed");
    }

    private JsonNode response(WarmUpReview review) throws IOException {
        CompletableFuture<Reply> reply = gate.reviews()
                .review(review.endpoint(), review.body().getBytes(), Deadline.from(() -> 0, LONG, LONG), Runnable::run)
                .toCompletableFuture();
        // Nothing is asked that somebody would have to answer.
        assertThat(reply).isCompleted();
        return new ObjectMapper()
                .readTree(((Reply.Reviewed) reply.join()).body())
                .path("response");
    }

    private static String outcome(JsonNode response) {
        if (!response.path("allowed").asBoolean()) {
            return "denied";
        }
        if (response.has("patch")) {
            return "patched";
        }
        return response.has("warnings") ? "warned" : "allowed";
    }
}
