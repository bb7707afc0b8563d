package dev.multihoming.core.attachment;

/// How a cluster's Multus is set up.
///
/// @param defaultNetworks how many networks it attaches to every pod before the pod's own (facts A5)
/// @param namespace where it looks for a default network that is given without one (facts A6)
public record MultusSetup(int defaultNetworks, String namespace) {}
