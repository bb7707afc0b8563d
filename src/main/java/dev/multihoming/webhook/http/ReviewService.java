package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.admission.ReviewOutcome;
import dev.multihoming.core.admission.Reviewer;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.DeadlineExceeded;
import dev.multihoming.core.review.DefectTrace;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.NotJudged;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.ReviewFailed;
import dev.multihoming.webhook.codec.Decoded;
import dev.multihoming.webhook.codec.ReviewDecoder;
import dev.multihoming.webhook.codec.ReviewEncoder;
import dev.multihoming.webhook.lookup.DirectoryView;
import dev.multihoming.webhook.lookup.LookupResults;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/// From a request's body to its reply.
///
/// A review runs on what is known. Where that leaves questions open, they are asked all at once and the review runs
/// again with the replies; its rules are pure, so running twice costs microseconds and nothing else.
final class ReviewService {
    private static final Logger LOG = Logger.getLogger(ReviewService.class);

    private final Reviewer reviewer;
    private final ReviewEncoder encoder;
    private final NetworkDirectory directory;
    private final ReviewMetrics metrics;
    private final DecisionLog log;

    ReviewService(
            Reviewer reviewer,
            ReviewEncoder encoder,
            NetworkDirectory directory,
            ReviewMetrics metrics,
            DecisionLog log) {
        this.reviewer = reviewer;
        this.encoder = encoder;
        this.directory = directory;
        this.metrics = metrics;
        this.log = log;
    }

    private record Call(Phase endpoint, AdmissionRequest request, Deadline deadline) {}

    /// Complete on return, except where lookups are waited for; then it goes on in `eventLoop`. Never fails.
    CompletionStage<Reply> review(Phase endpoint, byte[] body, Deadline deadline, Executor eventLoop) {
        return switch (decode(body)) {
            case Decoded.NotAReview(String sentence) ->
                CompletableFuture.completedStage(new Reply.Refused(400, sentence));
            case Decoded.Unread(AdmissionRequest request, String fact) ->
                CompletableFuture.completedStage(told(
                        new Call(endpoint, request, deadline), unjudged(endpoint, request, NotJudged.because(fact))));
            case Decoded.Review(AdmissionRequest request) -> review(new Call(endpoint, request, deadline), eventLoop);
        };
    }

    private static Decoded decode(byte[] body) {
        try {
            return ReviewDecoder.decode(body);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("A request body could not be read; this is a defect of the webhook", DefectTrace.of(e));
            return new Decoded.NotAReview("The body could not be read as an AdmissionReview of admission.k8s.io/v1.");
        }
    }

    private CompletionStage<Reply> review(Call call, Executor eventLoop) {
        DirectoryView known = new DirectoryView(directory, LookupResults.NONE);
        ReviewOutcome outcome = outcome(call, known);
        if (known.open().isEmpty()) {
            return CompletableFuture.completedStage(reply(call, outcome));
        }
        return known.open()
                .ask(directory, call.deadline().nanosForLookups())
                .thenApplyAsync(replies -> reply(call, outcome(call, new DirectoryView(directory, replies))), eventLoop)
                .exceptionally(failure -> told(call, failed(call, failure)));
    }

    /// The last resort: whatever happens in here, the request gets its answer.
    private ReviewOutcome outcome(Call call, DirectoryView cluster) {
        if (call.deadline().isOver()) {
            return unjudged(call.endpoint(), call.request(), DeadlineExceeded.finding());
        }
        try {
            return undenied(call.request(), reviewer.review(call.endpoint(), call.request(), cluster));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(call, e);
        }
    }

    private static ReviewOutcome failed(Call call, Throwable reason) {
        LOG.errorf(
                DefectTrace.of(reason),
                "Review %s failed; this is a defect of the webhook",
                LogValue.of(call.request().uid()));
        return unjudged(call.endpoint(), call.request(), ReviewFailed.finding());
    }

    private static ReviewOutcome unjudged(Phase endpoint, AdmissionRequest request, Finding finding) {
        return switch (endpoint) {
            case VALIDATE -> undenied(request, new ReviewOutcome(Verdict.denied(finding), List.of()));
            case MUTATE -> ReviewOutcome.NOTHING;
        };
    }

    /// A deletion is never denied, whatever fails: what is wrong with an object must not keep it in the cluster.
    private static ReviewOutcome undenied(AdmissionRequest request, ReviewOutcome outcome) {
        return !request.operation().equals("DELETE") || outcome.verdict().allowed()
                ? outcome
                : new ReviewOutcome(outcome.verdict().asWarnings(), outcome.mutations());
    }

    private Reply reply(Call call, ReviewOutcome outcome) {
        try {
            return told(call, outcome);
        } catch (RuntimeException | StackOverflowError e) {
            return told(call, failed(call, e));
        }
    }

    private Reply told(Call call, ReviewOutcome outcome) {
        byte[] body = encoder.encode(call.request().uid(), call.endpoint(), outcome);
        Effect effect = outcome.effect();
        long nanos = call.deadline().elapsed();
        metrics.reviewed(call.endpoint(), call.request(), effect, nanos);
        if (!outcome.isNothing()) {
            metrics.found(call.request(), outcome);
        }
        log.write(call.endpoint(), call.request(), effect, outcome.cards(effect), nanos);
        return new Reply.Reviewed(body);
    }
}
