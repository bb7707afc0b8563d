package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Set;

/// See node-behavior.md#bridges-and-links-of-nodes. Only warns: where every node has the bridge, the
/// scheduler need not know.
@RuleCard(
        code = "MH230",
        name = "bridge-without-resource",
        summary = "Nodes advertise the network's bridge, but the network does not request it.",
        requirement = "the scheduler should know which nodes have a network's bridge",
        why = """
                A pod of this network can be scheduled to a node without the bridge. There the plugin creates a \
                bridge that nothing else is connected to, and the pod reaches no other machine. bridge-marker \
                advertises each node's bridges as resources; a network with the annotation \
                `k8s.v1.cni.cncf.io/resourceName` has its pods scheduled to the nodes that have its bridge.""",
        remedy = "Add the annotation `k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/<bridge>`.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class BridgeWithoutResource implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        Set<String> advertised = context.cluster().facts().advertisedBridges();
        if (advertised.isEmpty() || !nad.resourceName().isEmpty()) {
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> config.bridges()
                        .mapToObj(config.plugins()::get)
                        .filter(plugin -> advertised.contains(bridgeOf(plugin)))
                        .map(plugin -> observe(config, plugin)))
                .toList();
    }

    private static String bridgeOf(CniConfig.Plugin plugin) {
        return GoFields.text(plugin.object(), "bridge");
    }

    private static Violation observe(ParsedConfig config, CniConfig.Plugin plugin) {
        String bridge = bridgeOf(plugin);
        return new Violation(
                config.location(plugin.path(), plugin.object().start()),
                "nodes advertise the bridge %s, and pods of this network do not ask for one that has it"
                        .formatted(Quoted.of(bridge)),
                "Add the annotation %s: %s".formatted(NodeNeeds.RESOURCE, ClusterFacts.BRIDGE_RESOURCE + bridge));
    }
}
