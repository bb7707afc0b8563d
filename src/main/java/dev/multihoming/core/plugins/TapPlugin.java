package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The tap plugin 1.9.1 (facts C8).
final class TapPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("tap"),
            Field.of("multiQueue", new Flag()),
            Field.of("mtu", new Mtu(Mtu.MIN, 65_521, false)),
            Field.of("mac", new Formed(TextForm.COLON_MAC)),
            Field.of("owner", new Whole(0, 4_294_967_295L)),
            Field.of("group", new Whole(0, 4_294_967_295L)),
            Field.of("selinuxContext", new Text()),
            Field.of("bridge", new Text()),
            Field.of("args", Struct.of()),
            Field.of("runtimeConfig", Struct.of(Field.of("mac", new Formed(TextForm.COLON_MAC)))));

    private TapPlugin() {}
}
