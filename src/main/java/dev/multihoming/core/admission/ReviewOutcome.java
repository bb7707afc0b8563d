package dev.multihoming.core.admission;

import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.RuleMutation;
import java.util.List;
import java.util.stream.Stream;

/// What one webhook call comes to.
///
/// @param verdict of the findings; on `/mutate` always nothing, since it only repairs
/// @param mutations to make; empty on `/validate`
/// @param podMutations that pods will get which this object makes; the verdict warns of each; empty on `/mutate`
public record ReviewOutcome(Verdict verdict, List<RuleMutation> mutations, List<RuleMutation> podMutations) {
    /// Admitted, nothing to say, nothing to mend.
    public static final ReviewOutcome NOTHING = new ReviewOutcome(Verdict.NOTHING, List.of());

    public ReviewOutcome {
        mutations = List.copyOf(mutations);
        podMutations = List.copyOf(podMutations);
    }

    /// Of an object that makes no pods.
    public ReviewOutcome(Verdict verdict, List<RuleMutation> mutations) {
        this(verdict, mutations, List.of());
    }

    public boolean isNothing() {
        return mutations.isEmpty() && verdict.isNothing();
    }

    /// What becomes of the request.
    public Effect effect() {
        if (!verdict.allowed()) {
            return Effect.DENIED;
        }
        if (!mutations.isEmpty()) {
            return Effect.REPAIRED;
        }
        return verdict.warnings().isEmpty() ? Effect.ALLOWED : Effect.WARNED;
    }

    /// The rules that have that effect, each once, in the order of the answer.
    public List<Card> cards(Effect effect) {
        Stream<Card> cards = effect == Effect.REPAIRED
                ? mutations.stream().map(RuleMutation::card)
                : verdict.findings(effect).stream().map(Finding::card);
        return cards.distinct().toList();
    }
}
