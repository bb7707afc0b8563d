package dev.multihoming.cli.policytest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.review.Effect;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The outcome that a creation comes to.
public final class Outcomes {
    private Outcomes() {}

    public static ObjectOutcome of(Creation creation) {
        Map<Effect, SortedSet<String>> codes = new EnumMap<>(Effect.class);
        for (Effect effect : Effect.ofFindings()) {
            SortedSet<String> those = new TreeSet<>();
            creation.outcome().cards(effect).forEach(card -> those.add(card.code()));
            codes.put(effect, those);
        }
        return new ObjectOutcome(true, codes);
    }
}
