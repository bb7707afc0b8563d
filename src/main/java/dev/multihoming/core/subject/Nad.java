package dev.multihoming.core.subject;

import dev.multihoming.core.multus.CniConfig;
import org.jspecify.annotations.Nullable;

/// A NetworkAttachmentDefinition.
///
/// @param configText `spec.config` byte for byte; `null` where it is absent or empty, which leaves the config
///     to a file on the node, and where the NAD is deleted
/// @param configBytes how long it is in UTF-8: every rule asks, and to count a large one takes its time
/// @param config what that text says; `null` where there is none, and where it is longer than is read
/// @param resourceName of the devices that Multus hands to its plugins; empty where there is none
public record Nad(
        String namespace,
        String displayName,
        Operation operation,
        @Nullable String configText,
        int configBytes,
        @Nullable CniConfig config,
        String resourceName)
        implements Subject {

    @Override
    public String kind() {
        return "NetworkAttachmentDefinition";
    }
}
