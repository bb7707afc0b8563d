package dev.multihoming.review;

import dev.multihoming.multus.NadRef;
import java.util.List;

/// What rules need to know of an existing NAD.
///
/// @param networkName the CNI config's `name`; empty where it has none
/// @param pluginTypes the plugins Multus would run, in order; empty where the config comes from the node's
///     file or
/// cannot be read
/// @param needs what its annotations ask of the pods' nodes
public record NadSummary(NadRef ref, String networkName, List<String> pluginTypes, NodeNeeds needs) {
    /// Of a network that runs on any node.
    public NadSummary(NadRef ref, String networkName, List<String> pluginTypes) {
        this(ref, networkName, pluginTypes, NodeNeeds.NONE);
    }

    public NadSummary {
        pluginTypes = List.copyOf(pluginTypes);
    }

    /// Whether this network builds its interface out of others of the pod, whose names its config then repeats
    /// (facts
    /// C14).
    public boolean isBond() {
        return pluginTypes.contains("bond");
    }
}
