package dev.multihoming.core.rules.nads;

import org.jspecify.annotations.Nullable;

/// The rules that are known to find nothing in a config.
///
/// Thread-safe without a lock: where two threads add one at once, one of them may get lost, and that rule is asked
/// again.
final class SilentRules {
    /// A power of two, and several times as many as there are such rules.
    private static final int PLACES = 128;

    private final @Nullable ConfigRule[] places = new ConfigRule[PLACES];

    /// By the very rule, and not by its class: two lambdas can have one.
    @SuppressWarnings("ReferenceEquality")
    boolean contains(ConfigRule rule) {
        return places[place(rule)] == rule;
    }

    void add(ConfigRule rule) {
        places[place(rule)] = rule;
    }

    /// Its own, or the first that is free; where all are taken, that of another.
    @SuppressWarnings("ReferenceEquality")
    private int place(ConfigRule rule) {
        int first = System.identityHashCode(rule) & PLACES - 1;
        for (int i = 0; i < PLACES; i++) {
            int place = first + i & PLACES - 1;
            ConfigRule taken = places[place];
            if (taken == null || taken == rule) {
                return place;
            }
        }
        return first;
    }
}
