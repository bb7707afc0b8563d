package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.AdmissionRequest;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Phase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// One line for each decision: who asked for what, and what came of it. Never the object, nor anything written in it.
final class DecisionLog {
    private static final Logger LOG = Logger.getLogger("dev.multihoming.decisions");

    private DecisionLog() {}

    /// What the server writes.
    static DecisionLog ofTheServer() {
        return new DecisionLog();
    }

    /// An admission without findings is worth a line only to someone who looks for it.
    void write(Phase endpoint, AdmissionRequest request, Effect effect, List<Card> cards, long nanos) {
        Logger.Level level = effect == Effect.ALLOWED ? Logger.Level.DEBUG : Logger.Level.INFO;
        if (LOG.isEnabled(level)) {
            LOG.log(level, line(endpoint, request, effect, cards, nanos));
        }
    }

    static String line(Phase endpoint, AdmissionRequest request, Effect effect, List<Card> cards, long nanos) {
        String name = request.name().isEmpty() ? "*" : request.name();
        String codes = cards.stream().map(Card::code).collect(Collectors.joining(","));
        return "decision=%s codes=%s endpoint=%s operation=%s resource=%s object=%s user=%s dryRun=%b micros=%d"
                .formatted(
                        effect.word(),
                        codes.isEmpty() ? "-" : codes,
                        endpoint.name().toLowerCase(Locale.ROOT),
                        LogValue.of(request.operation()),
                        LogValue.of(request.resource().toString()),
                        LogValue.of(request.namespace() + "/" + name),
                        LogValue.of(request.username()),
                        request.dryRun(),
                        nanos / 1_000);
    }
}
