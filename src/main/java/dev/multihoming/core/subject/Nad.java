package dev.multihoming.core.subject;

import dev.multihoming.core.multus.CniConfig;
import org.jspecify.annotations.Nullable;

/// A NetworkAttachmentDefinition.
///
/// @param configText `spec.config` byte for byte; `null` where it is absent or empty, which
///     leaves the config to a file on the node, and where the NAD is deleted
/// @param configBytes how long it is in UTF-8: every rule asks, and to count a large one takes
///     its time
/// @param config what that text says; `null` where there is none, and where it is longer than is
///     read
/// @param resourceName of the devices that Multus hands to its plugins; empty where there is none
/// @param before what it was before an UPDATE; `null` elsewhere, and where its config then was
///     not read
public record Nad(
        String namespace,
        String displayName,
        Operation operation,
        @Nullable String configText,
        int configBytes,
        @Nullable CniConfig config,
        String resourceName,
        @Nullable Before before)
        implements Subject {
    /// A NAD before it is changed.
    public record Before(CniConfig config, String resourceName) {}

    @Override
    public String kind() {
        return "NetworkAttachmentDefinition";
    }
}
