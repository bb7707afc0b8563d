package dev.multihoming.core.policy;

import java.util.Map;
import java.util.Set;

/// One requirement of a label selector, as Kubernetes defines them.
///
/// @param values of [Operator#IN] and [Operator#NOT_IN]; empty for the others
public record LabelRequirement(String key, Operator operator, Set<String> values) {
    /// As a selector's `operator` spells them: `In`, `NotIn`, `Exists`, `DoesNotExist`.
    public enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        DOES_NOT_EXIST
    }

    public LabelRequirement {
        values = Set.copyOf(values);
    }

    boolean fits(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
        };
    }
}
