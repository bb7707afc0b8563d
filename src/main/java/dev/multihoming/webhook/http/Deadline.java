package dev.multihoming.webhook.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/// When one review must be over, and how long it may wait for lookups.
///
/// @param nanoTime the clock, of which only differences mean something
/// @param start what the clock showed when the request arrived
record Deadline(LongSupplier nanoTime, long start, Duration total, Duration lookups) {
    static Deadline from(LongSupplier nanoTime, Duration total, Duration lookups) {
        return new Deadline(nanoTime, nanoTime.getAsLong(), total, lookups);
    }

    boolean isOver() {
        return elapsed() > total.toNanos();
    }

    /// What is left of it for lookups, in nanoseconds; 0 where nothing is.
    long nanosForLookups() {
        return Math.max(0, Math.min(lookups.toNanos(), total.toNanos() - elapsed()));
    }

    /// Nanoseconds since the request arrived.
    long elapsed() {
        return nanoTime.getAsLong() - start;
    }
}
