package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;

/// Kube-OVN as the IPAM plugin of another plugin (node-behavior.md#kube-ovn). As a plugin's own type it makes an
/// interface, so it is none of [KnownPlugins]' IPAM plugins.
public final class KubeOvnIpam {
    private static final String TYPE = "kube-ovn";
    private static final String PROVIDER = "provider";

    private KubeOvnIpam() {}

    /// Whether that `ipam` does not say whose addresses it wants, and gets those of eth0.
    public static boolean givesAddressOfEth0(JsonObject ipam) {
        return GoFields.text(ipam, "type").equals(TYPE)
                && GoFields.text(ipam, PROVIDER).isEmpty();
    }
}
