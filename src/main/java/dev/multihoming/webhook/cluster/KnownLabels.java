package dev.multihoming.webhook.cluster;

import java.util.Map;
import java.util.Optional;

/// What is known of the labels of namespaces, without waiting.
@FunctionalInterface
interface KnownLabels {
    /// Empty for a namespace that is not known.
    Optional<Map<String, String>> labels(String namespace);
}
