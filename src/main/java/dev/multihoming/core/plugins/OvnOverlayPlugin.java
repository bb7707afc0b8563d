package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ovn-k8s-cni-overlay of OVN-Kubernetes (facts C15). What must agree with the NAD is a rule of its own.
public final class OvnOverlayPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ovn-k8s-cni-overlay"),
            Field.of("topology", Choice.of("", "layer3", "layer2", "localnet")),
            Field.of("netAttachDefName", new Text()),
            Field.of("subnets", new Text()),
            Field.of("excludeSubnets", new Text()),
            Field.of("reservedSubnets", new Text()),
            Field.of("infrastructureSubnets", new Text()),
            Field.of("joinSubnet", new Text()),
            Field.of("defaultGatewayIPs", new Text()),
            Field.of("vlanID", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("physicalNetworkName", new Text()),
            Field.of("role", Choice.of("", "primary", "secondary")),
            Field.of("allowPersistentIPs", new Flag()),
            Field.of("deviceID", new Text()),
            Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    /// What OVN-Kubernetes refuses in networks of other topologies (its ValidateNetConf). Others, such as `vlanID`, it
    /// does not look at there.
    ///
    /// @param key that is set: `true`, or a string that is not empty
    /// @param value the one string that is meant, where only that is refused
    public record ByTopology(String key, Optional<String> value, Set<String> topologies) {}

    /// The topologies of networks that can be primary.
    private static final Set<String> ROLES = Set.of("layer2", "layer3");

    public static final List<ByTopology> BY_TOPOLOGY = List.of(
            new ByTopology("allowPersistentIPs", Optional.empty(), Set.of("layer2", "localnet")),
            new ByTopology("role", Optional.of("primary"), ROLES),
            new ByTopology("joinSubnet", Optional.empty(), Set.of("layer2", "layer3")),
            new ByTopology("infrastructureSubnets", Optional.empty(), Set.of("layer2")),
            new ByTopology("reservedSubnets", Optional.empty(), Set.of("layer2")),
            new ByTopology("defaultGatewayIPs", Optional.empty(), Set.of("layer2")));

    /// Whether the network leaves the nodes through a port of theirs. The others are overlays:
    /// no link of a node, no VLAN.
    static boolean isLocalnet(JsonObject plugin) {
        return GoFields.text(plugin, "topology").equals("localnet");
    }

    /// Whether it is a primary network, which every pod of its namespaces has without asking (facts D6). Without a
    /// topology it is the cluster's default network, and a localnet has no role (facts C15).
    public static boolean isPrimary(CniConfig.Plugin plugin) {
        return SPEC.types().contains(plugin.type())
                && ROLES.contains(GoFields.text(plugin.object(), "topology"))
                && GoFields.text(plugin.object(), "role").equals("primary");
    }

    private OvnOverlayPlugin() {}
}
