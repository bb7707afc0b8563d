package dev.multihoming.webhook.cluster;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Questions to the API server: those for the same NAD share one request, and its answer is remembered
/// briefly.
///
/// One second is long enough for the two calls of one pod and for a controller that retries in a hurry. A
/// NAD created within that second is not missed: the informer knows it by then, and its word comes first.
final class LiveLookups {
    static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final NadRequest apiServer;
    private final LookupBudget budget;
    private final LongSupplier nanoTime;
    private final Consumer<LookupOutcome> onOutcome;
    private final ConcurrentMap<NadRef, Question> questions = new ConcurrentHashMap<>();

    LiveLookups(NadRequest apiServer, LookupBudget budget, LongSupplier nanoTime, Consumer<LookupOutcome> onOutcome) {
        this.apiServer = apiServer;
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.onOutcome = onOutcome;
    }

    /// An answer of the last second, if there was one.
    Optional<Lookup> remembered(NadRef ref) {
        return Optional.ofNullable(questions.get(ref)).flatMap(question -> question.answerAt(nanoTime.getAsLong()));
    }

    CompletionStage<Lookup> ask(NadRef ref) {
        if (!KubernetesNames.couldExist(ref)) {
            return CompletableFuture.completedStage(new Lookup.Absent());
        }
        long now = nanoTime.getAsLong();
        questions.values().removeIf(question -> question.isForgottenAt(now));
        var mine = new Question();
        Question earlier = questions.putIfAbsent(ref, mine);
        if (earlier != null) {
            return earlier.answer();
        }
        if (!budget.take(ref.namespace())) {
            // Not remembered: the next question may find budget again.
            questions.remove(ref, mine);
            finish(mine, LookupOutcome.REFUSED, tooMany(ref));
            return mine.answer();
        }
        var _ = apiServer.get(ref).thenAccept(lookup -> finish(mine, outcomeOf(lookup), lookup));
        return mine.answer();
    }

    private void finish(Question question, LookupOutcome outcome, Lookup lookup) {
        onOutcome.accept(outcome);
        question.complete(lookup, nanoTime.getAsLong());
    }

    private static LookupOutcome outcomeOf(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found _ -> LookupOutcome.FOUND;
            case Lookup.Absent _ -> LookupOutcome.ABSENT;
            case Lookup.Unknown _ -> LookupOutcome.FAILED;
        };
    }

    private static Lookup tooMany(NadRef ref) {
        return new Lookup.Unknown("too many unknown networks were asked for just now in namespace "
                + Quoted.of(ref.namespace()) + " or in the cluster");
    }

    private static final class Question {
        private final CompletableFuture<Lookup> answer = new CompletableFuture<>();
        private volatile long answeredAt;

        /// A view: a caller must not complete an answer that others wait for.
        CompletionStage<Lookup> answer() {
            return answer.minimalCompletionStage();
        }

        void complete(Lookup lookup, long now) {
            answeredAt = now;
            answer.complete(lookup);
        }

        Optional<Lookup> answerAt(long now) {
            return answer.isDone() && !isForgottenAt(now) ? Optional.of(answer.join()) : Optional.empty();
        }

        boolean isForgottenAt(long now) {
            return answer.isDone() && now - answeredAt >= REMEMBERED_NANOS;
        }
    }
}
