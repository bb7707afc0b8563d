package dev.multihoming.core.review;

import java.util.Map;
import java.util.Set;

/// What others report of nodes, NetworkPolicies and operators, some minutes old. Only for warnings and permissions:
/// nothing is denied for what may have changed since. Where no report exists, everything is empty, and nothing is
/// known.
///
/// @param links every network interface of any node (NodeNetworkState,
///     node-behavior.md#bridges-and-links-of-nodes)
/// @param bridges every Linux bridge of any node (NodeNetworkState, node capacity)
/// @param ovsBridges every Open vSwitch bridge of any node (NodeNetworkState)
/// @param advertisedBridges those of `bridges` that nodes advertise as a resource (node capacity)
/// @param namespacePolicies by namespace a NetworkPolicy that selects all its pods, unless MultiNetworkPolicies, which
/// govern additional networks too, are used there
/// @param undeployedPlugins the CNI plugins that CNAO could deploy and does not, each with the field of its
///     NetworkAddonsConfig that would (node-behavior.md#cnao)
/// @param machineBindings by the namespace of a KubeVirt object, the NADs of the network bindings that it names, as
/// `namespace/name`
public record ClusterFacts(
        Set<String> links,
        Set<String> bridges,
        Set<String> ovsBridges,
        Set<String> advertisedBridges,
        Map<String, String> namespacePolicies,
        Map<String, String> undeployedPlugins,
        Map<String, Set<String>> machineBindings) {
    /// What bridge-marker puts before a bridge's name, as the resource of a node
    /// (node-behavior.md#bridges-and-links-of-nodes).
    public static final String BRIDGE_RESOURCE = "bridge.network.kubevirt.io/";

    /// Before the first look.
    public static final ClusterFacts NONE =
            new ClusterFacts(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of());

    public ClusterFacts {
        links = Set.copyOf(links);
        bridges = Set.copyOf(bridges);
        ovsBridges = Set.copyOf(ovsBridges);
        advertisedBridges = Set.copyOf(advertisedBridges);
        namespacePolicies = Map.copyOf(namespacePolicies);
        undeployedPlugins = Map.copyOf(undeployedPlugins);
        machineBindings = Map.copyOf(machineBindings);
    }
}
