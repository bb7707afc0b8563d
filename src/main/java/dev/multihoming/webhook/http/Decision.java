package dev.multihoming.webhook.http;

import dev.multihoming.core.admission.Outcome;
import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import java.util.List;
import java.util.Locale;

/// One word for an outcome, for metrics and logs.
enum Decision {
    /// Admitted with nothing to say.
    ALLOWED,
    /// Admitted with warnings.
    WARNED,
    /// Admitted with a patch.
    REPAIRED,
    /// Not admitted.
    DENIED;

    static Decision of(Outcome outcome) {
        if (outcome.isNothing()) {
            return ALLOWED;
        }
        if (!outcome.verdict().allowed()) {
            return DENIED;
        }
        if (!outcome.amendments().isEmpty()) {
            return REPAIRED;
        }
        return outcome.verdict().warnings().isEmpty() ? ALLOWED : WARNED;
    }

    /// The cards that led to it, in the order of the answer.
    List<Card> cards(Outcome outcome) {
        return switch (this) {
            case ALLOWED -> List.of();
            case WARNED -> cards(outcome.verdict().warnings());
            case REPAIRED ->
                outcome.amendments().stream().map(Amendment::card).distinct().toList();
            case DENIED -> cards(outcome.verdict().denials());
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Card> cards(List<Finding> findings) {
        return findings.stream().map(Finding::card).distinct().toList();
    }
}
