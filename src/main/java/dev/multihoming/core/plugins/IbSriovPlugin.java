package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import java.util.Set;

/// ib-sriov-cni (facts C11).
final class IbSriovPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ib-sriov"),
            Field.of("pkey", new Text()),
            Field.of("link_state", Choice.of("", "auto", "enable", "disable")),
            Field.of("rdmaIsolation", new Flag()),
            Field.of("ibKubernetesEnabled", new Flag()),
            Field.of("vfioPciMode", new Flag()),
            Field.of("deviceID", new Text()));

    private IbSriovPlugin() {}
}
