package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Interval;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;

/// ovs-cni (facts C12). A `trunk` makes it ignore `vlan`; without both the port carries every VLAN.
final class OvsPlugin {
    private static final Whole TRUNK_VLAN = new Whole(0, 4096);

    private static final Struct TRUNK_ENTRY = new Struct(
            List.of(Field.of("id", TRUNK_VLAN), Field.of("minID", TRUNK_VLAN), Field.of("maxID", TRUNK_VLAN)),
            List.of(new Interval("minID", "maxID")));

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ovs"),
            Field.of("bridge", new Text()),
            Field.of("vlan", new Whole(0, 4095)),
            Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("trunk", new Listing(TRUNK_ENTRY)),
            Field.of("deviceID", new Text()),
            Field.of("ofport_request", new Whole(0, 65_279)),
            Field.of("interface_type", new Text()),
            Field.of("configuration_path", new Text()),
            Field.of("socket_file", new Text()),
            Field.of("link_state_check_retries", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("link_state_check_interval", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    private OvsPlugin() {}
}
