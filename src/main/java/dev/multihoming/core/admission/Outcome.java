package dev.multihoming.core.admission;

import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import java.util.List;
import java.util.stream.Stream;

/// What one webhook call comes to.
///
/// @param verdict of the findings; on `/mutate` always nothing, since it only repairs
/// @param amendments to make; empty on `/validate`
/// @param amendmentsOfPods that pods will get which this object makes; the verdict warns of each; empty on `/mutate`
public record Outcome(Verdict verdict, List<Amendment> amendments, List<Amendment> amendmentsOfPods) {
    /// Admitted, nothing to say, nothing to mend.
    public static final Outcome NOTHING = new Outcome(Verdict.NOTHING, List.of());

    public Outcome {
        amendments = List.copyOf(amendments);
        amendmentsOfPods = List.copyOf(amendmentsOfPods);
    }

    /// Of an object that makes no pods.
    public Outcome(Verdict verdict, List<Amendment> amendments) {
        this(verdict, amendments, List.of());
    }

    public boolean isNothing() {
        return amendments.isEmpty() && verdict.isNothing();
    }

    /// What becomes of the request.
    public Effect effect() {
        if (!verdict.allowed()) {
            return Effect.DENIED;
        }
        if (!amendments.isEmpty()) {
            return Effect.REPAIRED;
        }
        return verdict.warnings().isEmpty() ? Effect.ALLOWED : Effect.WARNED;
    }

    /// The rules that have that effect, each once, in the order of the answer.
    public List<Card> cards(Effect effect) {
        Stream<Card> cards = effect == Effect.REPAIRED
                ? amendments.stream().map(Amendment::card)
                : verdict.findings(effect).stream().map(Finding::card);
        return cards.distinct().toList();
    }
}
