package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;

/// Which links of the node a plugin attaches pods to, or moves into them (facts C1, C4 to C7, C10 to C15).
///
/// @param key that names it
/// @param name as written; empty where the plugin looks for one that nobody named
public record LinkUse(String key, String name) {
    /// All of one plugin. Nothing for those that know no link of the node: the `bridge` of a tap is one of
    /// the pod (plugins 1.9.1, `createTap` looks for it in the pod's namespace).
    ///
    /// @param network the name that the document gives the network
    public static List<LinkUse> of(CniConfig.Plugin plugin, String network) {
        JsonObject object = plugin.object();
        return switch (plugin.type()) {
            case "bridge", "cnv-bridge", "ovs" -> List.of(written(object, "bridge"));
            case "macvlan", "ipvlan", "vlan" ->
                PodLinks.areMeantBy(object) ? List.of() : List.of(written(object, "master"));
            case "host-device" -> List.of(written(object, "device"));
            // Without it they get what the kubelet reserved. To macvtap it is a link's name, to the others an
            // address on the PCI bus.
            case "sriov", "ib-sriov", "macvtap" ->
                List.of(written(object, "deviceID")).stream()
                        .filter(use -> !use.name().isEmpty())
                        .toList();
            case "bond" ->
                BondPlugin.takesLinksOfTheNode(object)
                        ? BondPlugin.links(object)
                                .map(name -> new LinkUse("links", name))
                                .toList()
                        : List.of();
            case "ovn-k8s-cni-overlay" ->
                OvnOverlayPlugin.isLocalnet(object) ? List.of(physicalNetwork(object, network)) : List.of();
            default -> List.of();
        };
    }

    private static LinkUse written(JsonObject object, String key) {
        return new LinkUse(key, GoFields.text(object, key));
    }

    /// The name that the nodes map to a bridge of theirs; that of the network where it is not set.
    private static LinkUse physicalNetwork(JsonObject object, String network) {
        LinkUse use = written(object, "physicalNetworkName");
        return use.name().isEmpty() ? new LinkUse(use.key(), network) : use;
    }
}
