package dev.multihoming.core.plugins;

import dev.multihoming.core.plugins.FieldType.Choice;
import dev.multihoming.core.plugins.FieldType.Flag;
import dev.multihoming.core.plugins.FieldType.Mtu;
import java.util.Set;

/// The ptp plugin 1.9.1 (facts C8).
final class PtpPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("ptp"),
                    Field.of("ipMasq", new Flag()),
                    Field.of("ipMasqBackend", Choice.of("iptables", "nftables")),
                    Field.of("mtu", new Mtu()))
            .requiring(Requirement.always("ipam", "type"));

    private PtpPlugin() {}
}
