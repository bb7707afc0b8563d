package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// macvtap-cni (facts C13).
final class MacvtapPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("macvtap"),
            Field.of("deviceID", new Text()),
            Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("promiscMode", new Flag()),
            Field.of("owner", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("group", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    private MacvtapPlugin() {}
}
