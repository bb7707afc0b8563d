package dev.multihoming.cli.nad;

import java.util.ArrayList;
import java.util.List;

/// A flag that a network cannot do without.
///
/// @param flag that says it
/// @param meaning what to write, for whoever is asked
public record Need(String flag, String meaning) {
    private static final Need IPAM =
            new Need("--ipam", "where addresses come from: host-local, whereabouts, static or dhcp");
    private static final Need RESOURCE =
            new Need("--resource", "the resource that nodes advertise its devices as, such as example.com/sriov_vf");
    private static final Need SUBNET = new Need("--subnet", "the subnet of its addresses, such as 10.10.0.0/24");
    private static final Need MASTER =
            new Need("--master", "the interface of the nodes that it is built on, such as eth1");
    private static final Need BRIDGE = new Need("--bridge", "the bridge of the nodes, such as br1");

    /// Of a network of that plugin type. Some plugins would do without and take what they find: here somebody says it.
    public static List<Need> ofType(String type) {
        return switch (type) {
            case "bridge", "cnv-bridge", "ovs" -> List.of(BRIDGE);
            case "macvlan", "ipvlan" -> List.of(MASTER);
            case "vlan" -> List.of(MASTER, new Need("--vlan", "the VLAN id, from 1 to 4094"));
            case "sriov", "ib-sriov", "macvtap" -> List.of(RESOURCE);
            case "dummy", "ptp" -> List.of(IPAM);
            case NetworkDraft.OVN ->
                List.of(
                        new Need("--namespace", "the namespace that it is for, which its config repeats"),
                        new Need("--topology", "layer2, layer3 or localnet"));
            default -> List.of();
        };
    }

    /// Of one with those addresses.
    public static List<Need> ofAddresses(String type, String ipam, String topology) {
        List<Need> needs = new ArrayList<>(1);
        boolean isRouted = type.equals(NetworkDraft.OVN) && topology.equals("layer3");
        if (ipam.equals("host-local") || ipam.equals("whereabouts") || isRouted) {
            needs.add(SUBNET);
        }
        return needs;
    }
}
