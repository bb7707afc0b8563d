package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The macvlan plugin 1.9.1 (facts C4). The MTU of the master, which bounds its own, is the node's.
final class MacvlanPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("macvlan"),
            Field.of("master", new Formed(TextForm.NODE_LINK)),
            Field.of("mode", Choice.of("", "bridge", "private", "vepa", "passthru")),
            Field.of("mtu", new Mtu(Mtu.MIN, Mtu.MAX, false)),
            Field.of("mac", new Formed(TextForm.MAC)),
            Field.of("linkInContainer", new Flag()),
            Field.of("bcqueuelen", new Whole(0, 4_294_967_295L)),
            Field.of("runtimeConfig", Struct.of(Field.of("mac", new Formed(TextForm.MAC)))));

    private MacvlanPlugin() {}
}
