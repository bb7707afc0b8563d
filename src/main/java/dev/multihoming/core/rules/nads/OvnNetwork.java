package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import java.util.stream.Stream;

/// The secondary networks of OVN-Kubernetes (facts C15).
final class OvnNetwork {
    static final String TYPE = "ovn-k8s-cni-overlay";

    private OvnNetwork() {}

    /// Its plugins in that config that have a topology.
    static Stream<CniConfig.Plugin> in(JudgedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> plugin.type().equals(TYPE))
                .filter(plugin -> !GoFields.text(plugin.object(), "topology").isEmpty());
    }
}
