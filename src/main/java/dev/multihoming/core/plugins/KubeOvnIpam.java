package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;

/// Kube-OVN as the IPAM plugin of another plugin (node-behavior.md#kube-ovn). As a plugin's own type it makes an
/// interface, so it is none of [KnownPlugins]' IPAM plugins.
public final class KubeOvnIpam {
    private static final String TYPE = "kube-ovn";
    private static final String PROVIDER = "provider";

    /// The provider of the cluster's network, which an absent one means too.
    private static final String CLUSTER = "ovn";

    private KubeOvnIpam() {}

    /// Whether that `ipam` does not say whose addresses it wants, or wants those of the cluster's network.
    public static boolean givesAddressOfEth0(JsonObject ipam) {
        String provider = GoFields.text(ipam, PROVIDER);
        return GoFields.text(ipam, "type").equals(TYPE) && (provider.isEmpty() || provider.equals(CLUSTER));
    }
}
