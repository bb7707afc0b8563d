package dev.multihoming.cli.policytest;

import dev.multihoming.core.review.Effect;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What becomes of an object: which rules have which effect on it.
///
/// @param isAsked whether the webhook is asked about it at all
/// @param codes of rules by their effect; an effect that none has is not in it
public record ObjectOutcome(boolean isAsked, Map<Effect, SortedSet<String>> codes) {
    /// The webhook is not asked.
    public static final ObjectOutcome NOT_ASKED = new ObjectOutcome(false, Map.of());

    public ObjectOutcome {
        codes = Collections.unmodifiableMap(new EnumMap<>(copy(codes)));
    }

    private static Map<Effect, SortedSet<String>> copy(Map<Effect, SortedSet<String>> codes) {
        EnumMap<Effect, SortedSet<String>> copy = new EnumMap<>(Effect.class);
        codes.forEach((effect, those) -> {
            if (!those.isEmpty()) {
                copy.put(effect, Collections.unmodifiableSortedSet(new TreeSet<>(those)));
            }
        });
        return copy;
    }

    /// Those of that effect, in order.
    public SortedSet<String> of(Effect effect) {
        return codes.getOrDefault(effect, Collections.emptySortedSet());
    }

    /// In the words of a case: `denied MH105, warned MH121`.
    @Override
    public String toString() {
        if (!isAsked) {
            return "not asked";
        }
        return codes.isEmpty()
                ? "allowed"
                : codes.entrySet().stream()
                        .map(entry -> entry.getKey().word() + " " + words(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String words(Collection<String> codes) {
        return String.join(" ", codes);
    }
}
