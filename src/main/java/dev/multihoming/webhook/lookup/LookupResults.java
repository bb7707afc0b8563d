package dev.multihoming.webhook.lookup;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import java.util.Map;
import java.util.Optional;

/// What the API server said to the questions of one review.
///
/// @param networks whether a NAD exists
/// @param users which pods use a NAD
/// @param namespaces the labels of a namespace, where it told
public record LookupResults(
        Map<NadRef, Lookup> networks,
        Map<NadRef, NetworkUsers> users,
        Map<String, Optional<Map<String, String>>> namespaces) {
    /// Before anything was asked.
    public static final LookupResults NONE = new LookupResults(Map.of(), Map.of(), Map.of());
}
