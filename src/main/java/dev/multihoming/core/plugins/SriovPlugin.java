package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Set;

/// sriov-cni (facts C10). Its `vlan` has no neutral value: absent leaves the function's VLAN as it is.
final class SriovPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("sriov"),
                    Field.of("vlan", new Whole(0, 4094)),
                    Field.of("vlanQoS", new Whole(0, 7)),
                    Field.of("vlanProto", new Choice(List.of("802.1q", "802.1ad"), true)),
                    Field.of("mac", new Text()),
                    Field.of("min_tx_rate", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("max_tx_rate", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("spoofchk", Choice.of("", "on", "off")),
                    Field.of("trust", Choice.of("", "on", "off")),
                    Field.of("link_state", Choice.of("", "auto", "enable", "disable")),
                    Field.of("deviceID", new Text()),
                    Field.of("logLevel", new Text()),
                    Field.of("logFile", new Text()),
                    Field.of("runtimeConfig", Struct.of(Field.of("mac", new Text()))))
            .requiring(Requirement.with("vlanQoS", "vlan"));

    private SriovPlugin() {}
}
