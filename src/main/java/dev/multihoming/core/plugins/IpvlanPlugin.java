package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The ipvlan plugin 1.9.1 (facts C5).
final class IpvlanPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ipvlan"),
            Field.of("master", new Formed(TextForm.NODE_LINK)),
            Field.of("mode", Choice.of("", "l2", "l3", "l3s")),
            Field.of("mtu", new Whole(Integer.MIN_VALUE, FieldType.Mtu.MAX)),
            Field.of("linkInContainer", new Flag()));

    private IpvlanPlugin() {}
}
