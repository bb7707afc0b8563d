package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.Requirement;
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
