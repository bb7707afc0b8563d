package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.Set;

/// The vlan plugin 1.9.1 (facts C6). 4095 is refused, whatever its message says (RIG 320).
final class VlanPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("vlan"),
                    Field.of("master", new Formed(TextForm.NODE_LINK)),
                    Field.of("vlanId", new Whole(0, 4094)),
                    Field.of("mtu", new Whole(0, FieldType.Mtu.MAX)),
                    Field.of("linkInContainer", new Flag()))
            .requiring(Requirement.always("master"));

    private VlanPlugin() {}
}
