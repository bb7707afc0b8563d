package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;

/// Which plugins build on other interfaces of the pod, whose names their configs then repeat (facts C4 to C6,
/// C14).
public final class PodLinks {
    /// A bond is taken for one also where its links are the node's.
    public static boolean areNamedBy(CniConfig.Plugin plugin) {
        return switch (plugin.type()) {
            case "bond" -> true;
            case "macvlan", "ipvlan", "vlan" ->
                areMeantBy(plugin.object())
                        // Without one, vlan refuses, and the others take what the pod has, whatever its name.
                        && !GoFields.text(plugin.object(), "master").isEmpty();
            default -> false;
        };
    }

    /// Whether the `master` of a macvlan, ipvlan or vlan is an interface of the pod. No other plugin reads this
    /// key (plugins 1.9.1, `LinkContNs`).
    static boolean areMeantBy(JsonObject plugin) {
        return GoFields.isTrue(plugin, "linkInContainer");
    }

    private PodLinks() {}
}
