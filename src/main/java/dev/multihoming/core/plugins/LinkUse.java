package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;

/// Which links of the node a plugin attaches pods to, or moves into them (node-behavior.md#cni-plugins).
///
/// @param key that names it
/// @param name as written; empty where the plugin looks for one that is not named
public record LinkUse(String key, String name) {
    /// All of one plugin; none for plugins that know no link of the node.
    ///
    /// @param network the name that the document gives the network
    public static List<LinkUse> of(CniConfig.Plugin plugin, String network) {
        return KnownPlugins.of(plugin)
                .map(known -> known.links(plugin.object(), network))
                .orElse(List.of());
    }

    static LinkUse written(JsonObject config, String key) {
        return new LinkUse(key, GoFields.text(config, key));
    }

    /// Without it they get what the kubelet reserved. To macvtap it is a link's name, to the others an address on
    /// the PCI bus.
    static List<LinkUse> ofDeviceId(JsonObject config) {
        LinkUse use = written(config, "deviceID");
        return use.name().isEmpty() ? List.of() : List.of(use);
    }
}
