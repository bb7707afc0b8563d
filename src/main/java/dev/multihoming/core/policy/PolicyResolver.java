package dev.multihoming.core.policy;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/// Says which policy governs a namespace at this moment. Thread-safe, and never waits.
@FunctionalInterface
public interface PolicyResolver {
    /// For what belongs to no namespace, `namespace` is empty.
    EffectivePolicy governing(String namespace);

    /// The policies that extend that one, themselves or by way of others.
    default List<String> dependents(String policy) {
        return List.of();
    }

    /// The codes of the rules that are named both by code and by name.
    default List<String> namedTwice(Set<String> rules) {
        return governing("").namedTwice(rules);
    }

    /// The codes of the rules that are not enforced in some namespace, where another policy governs it, and that the
    /// candidate would enforce there.
    default NavigableSet<String> enforcedAnew(Policy candidate) {
        return Collections.emptyNavigableSet();
    }

    /// Why that policy could not be in force beside those that are known, in place of the one of its name.
    default Optional<PolicyFault> fault(Policy candidate) {
        return Optional.empty();
    }
}
