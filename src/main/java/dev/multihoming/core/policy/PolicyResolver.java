package dev.multihoming.core.policy;

import java.util.Optional;

/// Says which policy governs a namespace at this moment. Thread-safe, and never waits.
@FunctionalInterface
public interface PolicyResolver {
    /// For what belongs to no namespace, `namespace` is empty.
    EffectivePolicy governing(String namespace);

    /// Why that policy could not be in force beside those that are known, in place of the one of its name.
    default Optional<PolicyFault> fault(Policy candidate) {
        return Optional.empty();
    }
}
