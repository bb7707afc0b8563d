package dev.multihoming.webhook.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;

/// Tells the server's own requests, made before it is ready, from everybody else's, and has a service for them that
/// counts and writes nothing. Thread-safe.
///
/// They carry a word that nobody else knows. Whoever guessed it would get an answer that is not counted, and gain
/// nothing by it: what is admitted is decided by whom the API server asks.
final class WarmUpGate {
    static final String HEADER = "x-multihoming-warm-up";

    private final String word = UUID.randomUUID().toString();
    private final ReviewService reviews;
    private volatile boolean closed;

    WarmUpGate(ReviewService reviews) {
        this.reviews = reviews;
    }

    /// What our own requests carry in the header [#HEADER].
    String word() {
        return word;
    }

    boolean isOurs(HttpServerRequest request) {
        return !closed && word.equals(request.getHeader(HEADER));
    }

    ReviewService reviews() {
        return reviews;
    }

    /// From now on everything is somebody else's request.
    void close() {
        closed = true;
    }
}
