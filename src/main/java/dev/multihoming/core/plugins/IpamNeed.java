package dev.multihoming.core.plugins;

/// Whether a plugin needs an `ipam` in its config.
public enum IpamNeed {
    /// Every ADD fails without one.
    REQUIRED,
    /// As [#REQUIRED], except behind a plugin that assigned addresses.
    REQUIRED_UNLESS_CHAINED,
    /// Without one the interface has no address.
    OPTIONAL,
    /// The plugin assigns addresses itself.
    ASSIGNS_ITSELF,
    /// The plugin reads none.
    UNUSED
}
