package dev.multihoming.cli.command;

import dev.multihoming.cli.nad.BadDraft;
import dev.multihoming.cli.nad.NetworkDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that describe how a network is attached. Each is for the plugins that have such a field.
final class PluginFlags {
    @Option(names = "--bridge", paramLabel = "NAME", description = "Bridge of the nodes (bridge, ovs, tap).")
    private @Nullable String bridge;

    @Option(
            names = "--master",
            paramLabel = "NAME",
            description = "Interface of the nodes that it is built on (macvlan, ipvlan, vlan).")
    private @Nullable String master;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "How interfaces share their master (macvlan, ipvlan) or links (bond).")
    private @Nullable String mode;

    @Option(
            names = "--vlan",
            paramLabel = "ID",
            description = "VLAN of its pods (bridge, vlan, sriov, ovs, OVN-Kubernetes' localnet). A bridge is untagged"
                    + " where it is left out.")
    private @Nullable String vlan;

    @Option(
            names = "--trunk",
            paramLabel = "IDS",
            description = "VLANs that pods get tagged, such as 100,200-210 (bridge, ovs).")
    private @Nullable String trunk;

    @Option(names = "--mtu", paramLabel = "BYTES", description = "MTU of its interfaces.")
    private @Nullable String mtu;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "Interface of a node to move into the pod (host-device).")
    private @Nullable String device;

    @Option(
            names = "--macspoofchk",
            paramLabel = "true|false",
            description = "Whether a pod may only send with its own MAC address (bridge); true where it is left out.")
    private @Nullable String macspoofchk;

    @Option(
            names = "--topology",
            paramLabel = "NAME",
            description = "layer2, layer3 or localnet (ovn-k8s-cni-overlay).")
    private @Nullable String topology;

    @Option(
            names = "--physical-network",
            paramLabel = "NAME",
            description = "The network that nodes map to a bridge (ovn-k8s-cni-overlay, localnet).")
    private @Nullable String physicalNetwork;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description =
                    "Any other field of the plugin, typed as its table says; ipam.FIELD for one of its IPAM plugin."
                            + " Lists and objects in JSON. Repeatable.")
    private Map<String, String> others = new LinkedHashMap<>();

    String topology() {
        return topology == null ? "" : topology;
    }

    /// Writes them into the draft, but for those of `--set`.
    ///
    /// @throws BadDraft for one that the plugin has no field for
    void describe(NetworkDraft draft) {
        set(draft, "bridge", bridge);
        set(draft, "master", master);
        set(draft, "mode", mode);
        set(draft, "device", device);
        set(draft, "topology", topology);
        set(draft, "physicalNetworkName", physicalNetwork);
        if (vlan != null) {
            draft.vlan(vlan);
        }
        if (trunk != null) {
            draft.trunk(trunk);
        }
        set(draft, "mtu", mtu);
        set(draft, "macspoofchk", macspoofchk);
    }

    /// Writes those of `--set`, which may replace any other.
    void describeFurther(NetworkDraft draft) {
        others.forEach(draft::set);
    }

    private static void set(NetworkDraft draft, String key, @Nullable String value) {
        if (value != null) {
            draft.set(key, value);
        }
    }
}
