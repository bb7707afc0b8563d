package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a node makes of a config when a pod attaches.
sealed interface Answer {
    /// Every plugin of it attached, and detached again; its results in the order of the chain.
    record Attached(List<JsonNode> results) implements Answer {
        public Attached {
            results = List.copyOf(results);
        }
    }

    /// A plugin, or libcni in front of it, refuses the config for its own sake.
    record Refused(String message) implements Answer {}

    /// The plugin took the config, and then this machine could not do what it asks for.
    record BeyondThisMachine(String message, String limit) implements Answer {}
}
