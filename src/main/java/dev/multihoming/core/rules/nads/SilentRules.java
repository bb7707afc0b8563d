package dev.multihoming.core.rules.nads;

import org.jspecify.annotations.Nullable;

/// The rules that are known to find nothing in a config.
///
/// Thread-safe without a lock: where two threads add one at once, one of them may get lost, and that rule is asked
/// again.
final class SilentRules {
    /// A power of two, and several times as many as there are such rules.
    private static final int PLACES = 128;

    private final @Nullable Class<?>[] places = new Class<?>[PLACES];

    boolean contains(ConfigRule rule) {
        return rule.getClass().equals(places[place(rule)]);
    }

    void add(ConfigRule rule) {
        places[place(rule)] = rule.getClass();
    }

    /// Its own, or the first that is free; where all are taken, that of another.
    private int place(ConfigRule rule) {
        Class<?> type = rule.getClass();
        int first = type.hashCode() & PLACES - 1;
        for (int i = 0; i < PLACES; i++) {
            int place = first + i & PLACES - 1;
            Class<?> taken = places[place];
            if (taken == null || taken.equals(type)) {
                return place;
            }
        }
        return first;
    }
}
