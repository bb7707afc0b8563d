package dev.multihoming.core.review;

/// What is known of a NAD that a pod selects.
public sealed interface Lookup {
    /// It exists.
    record Found(NadSummary nad) implements Lookup {}

    /// It does not exist: the API server said so, not only a cache.
    record Absent() implements Lookup {}

    /// It is not known; the reason completes the sentence "it could not be looked up: …".
    record Unknown(String reason) implements Lookup {}
}
