package dev.multihoming.admission;

import dev.multihoming.multus.NadRef;
import dev.multihoming.review.Lookup;
import dev.multihoming.review.NetworkUsers;
import java.util.Map;

/// What the API server said to the questions of one review.
///
/// @param networks whether a NAD exists
/// @param users which pods use a NAD
record Replies(Map<NadRef, Lookup> networks, Map<NadRef, NetworkUsers> users) {
    /// Before anything was asked.
    static final Replies NONE = new Replies(Map.of(), Map.of());
}
