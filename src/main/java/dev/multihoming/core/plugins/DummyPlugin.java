package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Requirement;
import java.util.Set;

/// The dummy plugin 1.9.1 (facts C8): nothing but an address.
final class DummyPlugin {
    static final PluginSpec SPEC = PluginSpec.of(Set.of("dummy")).requiring(Requirement.always("ipam", "type"));

    private DummyPlugin() {}
}
