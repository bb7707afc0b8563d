package dev.multihoming.core.plugins;

/// A plugin that brings an interface into the pod: it creates one, or moves one of the node.
public non-sealed interface InterfacePlugin extends CniPlugin {
    /// How the interface comes into being.
    Origin origin();

    /// How an interface comes into being.
    enum Origin {
        /// The plugin creates it.
        CREATED,
        /// It is a device of the node, which the plugin moves into the pod.
        MOVED
    }
}
