package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.OvnOverlayPlugin;
import java.util.stream.Stream;

/// The secondary networks of OVN-Kubernetes (node-behavior.md#ovn-k8s-cni-overlay).
final class OvnNetwork {
    private OvnNetwork() {}

    /// Its plugins in that config that have a topology.
    static Stream<CniConfig.Plugin> in(ParsedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> OvnOverlayPlugin.SPEC.types().contains(plugin.type()))
                .filter(plugin -> !GoFields.text(plugin.object(), "topology").isEmpty());
    }
}
