package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.Set;

/// The vrf plugin 1.9.1 (facts C9).
final class VrfPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("vrf"), Field.of("vrfname", new Text()), Field.of("table", new Whole(0, 4_294_967_295L)))
            .afterAnother()
            .requiring(Requirement.always("vrfname"));

    private VrfPlugin() {}
}
