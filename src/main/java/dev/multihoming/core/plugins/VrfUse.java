package dev.multihoming.core.plugins;

/// The VRF of the pod that a network puts its interface into (node-behavior.md#sbr-and-vrf).
///
/// @param name of the VRF, which is a link of the pod
/// @param table the number of its routing table; 0 where the plugin takes the first that no VRF of the pod has
public record VrfUse(String name, long table) {}
