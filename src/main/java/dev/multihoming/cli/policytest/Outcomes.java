package dev.multihoming.cli.policytest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.policy.Exempted;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The outcome that a creation comes to.
final class Outcomes {
    private Outcomes() {}

    static Outcome of(Creation creation) {
        Verdict verdict = creation.verdict();
        Map<Fate, SortedSet<String>> codes = new EnumMap<>(Fate.class);
        codes.put(Fate.DENIED, codes(verdict.denials().stream().map(Finding::card)));
        codes.put(Fate.WARNED, codes(verdict.warnings().stream().map(Finding::card)));
        codes.put(Fate.REPAIRED, codes(creation.amendments().stream().map(Amendment::card)));
        codes.put(Fate.COUNTED, codes(verdict.audited().stream().map(Finding::card)));
        codes.put(
                Fate.EXEMPT,
                codes(verdict.exempted().stream().map(Exempted::finding).map(Finding::card)));
        return new Outcome(true, codes);
    }

    private static SortedSet<String> codes(Stream<Card> cards) {
        SortedSet<String> codes = new TreeSet<>();
        cards.forEach(card -> codes.add(card.code()));
        return codes;
    }
}
