package dev.multihoming.core.plugins;

/// What decides the VLAN of an interface.
public enum VlanSource {
    /// The plugin's config; no VLAN for a plugin that has no key for one.
    CONFIG,
    /// The config, else what the device is set to.
    DEVICE,
    /// The link that it is built on.
    MASTER,
    /// The links that it bonds.
    LINKS
}
