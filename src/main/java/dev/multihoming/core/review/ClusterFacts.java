package dev.multihoming.core.review;

import java.util.Map;
import java.util.Set;

/// What somebody reports of nodes and NetworkPolicies, some minutes old. Only for warnings: nothing is denied for what
/// may have changed since. Where nobody reports, everything is empty, and nothing is known.
///
/// @param links every network interface of any node (NodeNetworkState, facts F)
/// @param bridges every Linux bridge of any node (NodeNetworkState, node capacity)
/// @param ovsBridges every Open vSwitch bridge of any node (NodeNetworkState)
/// @param advertisedBridges those of `bridges` that nodes advertise as a resource (node capacity)
/// @param namespacePolicies by namespace a NetworkPolicy that selects all its pods, unless MultiNetworkPolicies, which
/// govern additional networks too, are used there
public record ClusterFacts(
        Set<String> links,
        Set<String> bridges,
        Set<String> ovsBridges,
        Set<String> advertisedBridges,
        Map<String, String> namespacePolicies) {
    /// What bridge-marker puts before a bridge's name, as the resource of a node (facts F).
    public static final String BRIDGE_RESOURCE = "bridge.network.kubevirt.io/";

    /// Nobody looked.
    public static final ClusterFacts NONE = new ClusterFacts(Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    public ClusterFacts {
        links = Set.copyOf(links);
        bridges = Set.copyOf(bridges);
        ovsBridges = Set.copyOf(ovsBridges);
        advertisedBridges = Set.copyOf(advertisedBridges);
        namespacePolicies = Map.copyOf(namespacePolicies);
    }
}
