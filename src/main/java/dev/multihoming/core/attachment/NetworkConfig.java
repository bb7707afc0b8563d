package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.NadRef;

/// What is known of how a network attaches.
public sealed interface NetworkConfig {
    /// A NAD whose config stands in it.
    ///
    /// @param resource of the devices that Multus hands to its plugin; empty where there is none
    record Written(CniConfig config, String resource) implements NetworkConfig {}

    /// A NAD without a config, which Multus looks for in a file on the node (node-behavior.md#empty-config).
    record OnNode() implements NetworkConfig {}

    /// There is no such NAD.
    record Absent() implements NetworkConfig {}

    /// It cannot be known here; the reason completes the sentence "it is not known: …".
    record Unknown(String reason) implements NetworkConfig {}

    /// Where configs are found.
    @FunctionalInterface
    interface Source {
        NetworkConfig of(NadRef ref);
    }
}
