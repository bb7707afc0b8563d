package dev.multihoming.policy;

/// Says which policy governs a namespace at this moment. Thread-safe, and never waits.
@FunctionalInterface
public interface Governor {
    /// For what belongs to no namespace, `namespace` is empty.
    EffectivePolicy governing(String namespace);
}
