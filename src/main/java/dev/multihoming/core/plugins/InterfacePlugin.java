package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;

/// A plugin that brings an interface into the pod: it creates one, or moves one of the node.
public non-sealed interface InterfacePlugin extends CniPlugin {
    /// The guest is bridged to the interface of its pod.
    String BRIDGE_BINDING = "bridge";

    /// How the interface comes into being.
    Origin origin();

    /// The binding by which KubeVirt connects a guest to the interface.
    default String machineBinding() {
        return BRIDGE_BINDING;
    }

    /// The layer-2 segments that it attaches pods to. A plugin without any says so.
    ///
    /// @param network the name that the document gives the network
    /// @param resource the device plugin's resource that the NAD names; else empty
    default SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return SegmentUse.ofOne(this, config, network, resource);
    }

    /// How an interface comes into being.
    enum Origin {
        /// The plugin creates it.
        CREATED,
        /// It is a device of the node, which the plugin moves into the pod.
        MOVED
    }

    /// Whether it refuses a network that has any other plugin.
    default boolean standsAlone() {
        return false;
    }
}
