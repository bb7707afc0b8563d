package dev.multihoming.core.attachment;

/// How a cluster's Multus is set up.
///
/// @param defaultNetworks how many networks it attaches to every pod before the pod's own
///     (node-behavior.md#interface-names)
/// @param namespace where it looks for a default network that is given without one
///     (node-behavior.md#default-network)
public record MultusSetup(int defaultNetworks, String namespace) {}
