package dev.multihoming.webhook.http;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of request bodies are held at this moment, all connections together. Thread-safe.
final class BytesInFlight {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    BytesInFlight(long limit) {
        this.limit = limit;
    }

    /// Whether that many more would fit now. Takes nothing: a client must not occupy room by a promise.
    boolean hasRoomFor(long bytes) {
        return held.get() + bytes <= limit;
    }

    /// Takes that room where there is any.
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
