package dev.multihoming.cli.nad;

import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;

/// A flag that a network cannot do without.
///
/// @param flag that says it
/// @param meaning what to write, as the question for it says
public record RequiredFlag(String flag, String meaning) {
    private static final RequiredFlag IPAM =
            new RequiredFlag("--ipam", "where addresses come from: host-local, whereabouts, static or dhcp");
    private static final RequiredFlag RESOURCE = new RequiredFlag(
            "--resource", "the resource that nodes advertise its devices as, such as example.com/sriov_vf");
    private static final RequiredFlag SUBNET =
            new RequiredFlag("--subnet", "the subnet of its addresses, such as 10.10.0.0/24");
    private static final RequiredFlag MASTER =
            new RequiredFlag("--master", "the interface of the nodes that it is built on, such as eth1");
    private static final RequiredFlag BRIDGE = new RequiredFlag("--bridge", "the bridge of the nodes, such as br1");

    private static final RequiredFlag VLAN = new RequiredFlag("--vlan", "the VLAN id, from 1 to 4094");

    private static final RequiredFlag NAMESPACE =
            new RequiredFlag("--namespace", "the namespace that it is for, which its config repeats");

    private static final RequiredFlag TOPOLOGY = new RequiredFlag("--topology", "layer2, layer3 or localnet");

    /// Of a network of that plugin type. Some plugins work without it and take what they find; here it must be said.
    public static List<RequiredFlag> ofType(String type) {
        return KnownPlugins.of(type).stream()
                .flatMap(plugin -> plugin.inputs().stream())
                .map(RequiredFlag::of)
                .toList();
    }

    private static RequiredFlag of(CniPlugin.Input input) {
        return switch (input) {
            case BRIDGE -> BRIDGE;
            case MASTER -> MASTER;
            case VLAN -> VLAN;
            case RESOURCE -> RESOURCE;
            case IPAM -> IPAM;
            case NAMESPACE -> NAMESPACE;
            case TOPOLOGY -> TOPOLOGY;
        };
    }

    /// Of one with those addresses.
    public static List<RequiredFlag> ofAddresses(String type, String ipam, String topology) {
        boolean isPool = KnownPlugins.ipam(ipam)
                .filter(known -> known.addresses() instanceof AddressModel.Pool)
                .isPresent();
        boolean isRouted = KnownPlugins.of(type)
                .filter(plugin -> plugin.needsSubnet(topology))
                .isPresent();
        return isPool || isRouted ? List.of(SUBNET) : List.of();
    }
}
