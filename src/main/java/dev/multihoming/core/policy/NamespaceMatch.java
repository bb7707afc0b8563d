package dev.multihoming.core.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which namespaces a policy is for: those named and those whose labels fit; all where it says neither.
///
/// @param names of namespaces
/// @param labels every one of which a namespace must satisfy; an empty list fits none
public record NamespaceMatch(Set<String> names, List<LabelRequirement> labels) {
    public static final NamespaceMatch ALL = new NamespaceMatch(Set.of(), List.of());

    private static final String NAME = "kubernetes.io/metadata.name";

    public NamespaceMatch {
        names = Set.copyOf(names);
        labels = List.copyOf(labels);
    }

    /// Whether labels decide, beyond the name that the API server sets itself.
    public boolean dependsOnLabels() {
        return labels.stream().anyMatch(label -> !label.key().equals(NAME));
    }

    /// Whether it is for a namespace with those labels.
    public boolean matches(String namespace, Map<String, String> itsLabels) {
        if (names.isEmpty() && labels.isEmpty()) {
            return true;
        }
        return names.contains(namespace)
                || (!labels.isEmpty() && labels.stream().allMatch(label -> label.fits(itsLabels)));
    }

    /// The same for a namespace of whose labels nothing is known but what the API server sets; empty where others
    /// decide.
    Optional<Boolean> matchesUnheard(String namespace) {
        return dependsOnLabels() && !names.contains(namespace)
                ? Optional.empty()
                : Optional.of(matches(namespace, Map.of(NAME, namespace)));
    }
}
