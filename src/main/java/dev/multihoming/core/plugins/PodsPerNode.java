package dev.multihoming.core.plugins;

/// How many pods of one node a network can attach.
public enum PodsPerNode {
    UNLIMITED,
    /// As many as the node has devices of the resource.
    ONE_PER_DEVICE,
    /// The second one fails, or takes the device from the first.
    ONE
}
