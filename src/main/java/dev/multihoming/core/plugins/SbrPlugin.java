package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The sbr plugin 1.9.1 (facts C9).
final class SbrPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("sbr"), Field.of("table", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)))
            .afterAnother();

    private SbrPlugin() {}
}
