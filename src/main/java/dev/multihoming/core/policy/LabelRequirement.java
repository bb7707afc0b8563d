package dev.multihoming.core.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One requirement of a label selector, as Kubernetes defines them.
///
/// @param key never empty: a map of labels that is asked for `null` may throw, and every review asks
/// @param values of [Operator#IN] and [Operator#NOT_IN]; empty for the others
public record LabelRequirement(String key, Operator operator, Set<String> values) {
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String written;

        Operator(String written) {
            this.written = written;
        }

        /// As the `operator` of a selector spells it.
        public String written() {
            return written;
        }

        public static Optional<Operator> of(String written) {
            return Stream.of(values())
                    .filter(operator -> operator.written.equals(written))
                    .findFirst();
        }
    }

    /// @throws IllegalArgumentException with a clause that says what is wrong, for what the CRD's schema refuses too
    public LabelRequirement {
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("has a selector with a requirement without a key");
        }
        values = Set.copyOf(values);
    }

    /// As a selector of kubectl says it, such as `team in (blue, red)`.
    public String written() {
        String list = values.stream().sorted().collect(Collectors.joining(", "));
        return switch (operator) {
            case IN -> values.size() == 1 ? key + "=" + list : key + " in (" + list + ")";
            case NOT_IN -> values.size() == 1 ? key + "!=" + list : key + " notin (" + list + ")";
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
        };
    }

    /// Whether an object with these labels meets it.
    public boolean fits(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
        };
    }
}
