package dev.multihoming.core.plugins;

/// A link that must be on the node.
///
/// @param key that names it
public record NodeLink(String key, Kind kind) {
    public enum Kind {
        BRIDGE,
        OVS_BRIDGE,
        LINK
    }
}
