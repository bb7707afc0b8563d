package dev.multihoming.webhook.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A clock that stands until it is moved. Starts shortly before the counter wraps around, as `System.nanoTime` may.
final class FakeTime implements LongSupplier {
    private long nanos = Long.MAX_VALUE - 1_000;

    @Override
    public long getAsLong() {
        return nanos;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
