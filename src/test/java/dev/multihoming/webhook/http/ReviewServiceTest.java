package dev.multihoming.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.RuleEngine;
import dev.multihoming.core.review.RuleSet;
import dev.multihoming.core.review.RuleSet.Entry;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.webhook.codec.ReviewEncoder;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ReviewServiceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final NadRef ONE = new NadRef("tenant-a", "one");
    private static final NadRef TWO = new NadRef("tenant-a", "two");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AskedDirectory directory = new AskedDirectory();
    private long now;

    /// Knows nothing, and answers when the test says so.
    private static final class AskedDirectory implements NetworkDirectory {
        private final List<NadRef> asked = new ArrayList<>();
        private final CompletableFuture<Lookup> reply = new CompletableFuture<>();

        @Override
        public Optional<Lookup> known(NadRef ref) {
            return Optional.empty();
        }

        @Override
        public CompletionStage<Lookup> ask(NadRef ref) {
            asked.add(ref);
            return reply;
        }

        @Override
        public Collection<String> names(String namespace) {
            return List.of();
        }

        @Override
        public ClusterFacts facts() {
            return ClusterFacts.NONE;
        }

        @Override
        public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
            return false;
        }

        @Override
        public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
            throw new AssertionError("nothing is deleted");
        }
    }

    @RuleCard(
            code = "MH199",
            name = "looked-up",
            summary = "s",
            requirement = "l",
            why = "w",
            remedy = "r",
            since = "0")
    private static final class LooksUpTwoNetworks implements Rule<Pod> {
        @Override
        public List<Violation> find(Pod pod, Context context) {
            String found =
                    context.cluster().network(ONE) + " " + context.cluster().network(TWO);
            return List.of(new Violation(Location.of("metadata"), found, ""));
        }
    }

    @RuleCard(code = "MH198", name = "stack", summary = "s", requirement = "l", why = "w", remedy = "r", since = "0")
    private static final class OverflowsTheStack implements Rule<Pod> {
        @Override
        public List<Violation> find(Pod pod, Context context) {
            throw new StackOverflowError();
        }
    }

    @Test
    void openQuestionsAreAskedAllAtOnceAndTheReviewWaitsForTheReplies() {
        CompletableFuture<Reply> reply = review(new LooksUpTwoNetworks(), Phase.VALIDATE, LONG);
        assertThat(directory.asked).containsExactly(ONE, TWO);
        assertThat(reply).isNotDone();
        directory.reply.complete(new Lookup.Absent());
        assertThat(text(reply)).contains("Absent[] Absent[]").contains("\"uid\":\"u-1\"");
        assertThat(directory.asked).hasSize(2);
    }

    @Test
    void aLookupThatIsTooSlowIsUnknownAndTheReviewGoesOn() {
        CompletableFuture<Reply> reply = review(new LooksUpTwoNetworks(), Phase.VALIDATE, Duration.ZERO);
        assertThat(text(reply))
                .contains("the API server did not answer in time")
                .doesNotContain("MH902");
        assertThat(directory.reply).isNotDone();
    }

    @Test
    void afterTheDeadlineValidateDeniesAndMutateLeavesTheObjectAlone() {
        CompletableFuture<Reply> validated = review(new LooksUpTwoNetworks(), Phase.VALIDATE, LONG);
        CompletableFuture<Reply> mutated = review(new LooksUpTwoNetworks(), Phase.MUTATE, LONG);
        now = LONG.multipliedBy(2).toNanos();
        directory.reply.complete(new Lookup.Absent());
        assertThat(text(validated)).contains("\"allowed\":false").contains("MH902 deadline-exceeded");
        assertThat(text(mutated)).contains("\"allowed\":true").doesNotContain("patch");
    }

    @Test
    void aDefectOfOursIsADenialOnValidateAndNothingOnMutate() {
        assertThat(text(review(new OverflowsTheStack(), Phase.VALIDATE, LONG)))
                .contains("\"allowed\":false")
                .contains("MH903 review-failed")
                .contains("\"uid\":\"u-1\"");
        assertThat(text(review(new OverflowsTheStack(), Phase.MUTATE, LONG)))
                .contains("\"allowed\":true")
                .doesNotContain("patch");
    }

    /// What is wrong with an object, or with us, must not keep it in the cluster.
    @Test
    void aDeletionIsNeverDenied() {
        String deletion = Reviews.POD.replace("CREATE", "DELETE").replace("\"object\"", "\"oldObject\"");
        var over = new Deadline(() -> LONG.multipliedBy(2).toNanos(), 0, LONG, LONG);
        assertThat(text(service(new LooksUpTwoNetworks())
                        .review(Phase.VALIDATE, Reviews.bytes(deletion), over, Runnable::run)
                        .toCompletableFuture()))
                .contains("\"allowed\":true")
                .contains("MH902");
        String unread = deletion.replace("\"metadata\":{", "\"metadata\":{\"generation\":" + "9".repeat(2_000) + ",");
        assertThat(text(service(new LooksUpTwoNetworks())
                        .review(Phase.VALIDATE, Reviews.bytes(unread), deadline(LONG), Runnable::run)
                        .toCompletableFuture()))
                .contains("\"allowed\":true")
                .contains("MH904");
    }

    @Test
    void aLookupThatFailsIsUnknown() {
        CompletableFuture<Reply> reply = review(new LooksUpTwoNetworks(), Phase.VALIDATE, LONG);
        directory.reply.completeExceptionally(new IllegalStateException("broken"));
        assertThat(text(reply)).contains("the API server did not answer in time");
    }

    @Test
    void decisionsAreCountedAndStrangeLabelsAreNot() {
        text(review(new OverflowsTheStack(), Phase.VALIDATE, LONG));
        assertThat(meters.get("multihoming.reviews")
                        .tags("hook", "validate", "resource", "pods", "operation", "CREATE", "decision", "denied")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("multihoming.findings")
                        .tags("code", "MH903")
                        .counter()
                        .count())
                .isEqualTo(1);
        for (String group : List.of("", "multihoming.dev", "apps")) {
            String strange = Reviews.POD
                    .replace("\"pods\"", "\"x-1\",\"group\":\"" + group + "\"")
                    .replace("CREATE", "x-2");
            service(new OverflowsTheStack())
                    .review(Phase.VALIDATE, Reviews.bytes(strange), deadline(LONG), Runnable::run);
        }
        assertThat(meters.get("multihoming.reviews")
                        .tags("resource", "other", "operation", "other", "decision", "allowed")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    private CompletableFuture<Reply> review(Rule<Pod> rule, Phase endpoint, Duration lookups) {
        return service(rule)
                .review(endpoint, Reviews.bytes(Reviews.POD), deadline(lookups), Runnable::run)
                .toCompletableFuture();
    }

    private Deadline deadline(Duration lookups) {
        return Deadline.from(() -> now, LONG, lookups);
    }

    private ReviewService service(Rule<Pod> rule) {
        RuleEngine engine = new RuleEngine(
                new RuleSet(List.of(Entry.of(rule)), List.of(), List.of(), List.of(), List.of(), List.of()),
                (_, _) -> {});
        return new ReviewService(
                new Reviewer(engine, _ -> EffectivePolicy.BUILT_IN, () -> 0),
                new ReviewEncoder(new Wording("https://rules/")),
                directory,
                new ReviewMetrics(meters, new BytesInFlight(1), Settings.DEFAULTS.accounts()),
                DecisionLog.ofTheServer());
    }

    private static String text(CompletableFuture<Reply> reply) {
        return new String(((Reply.Reviewed) reply.join()).body(), UTF_8);
    }
}
