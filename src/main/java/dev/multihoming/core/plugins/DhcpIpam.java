package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The dhcp IPAM plugin 1.9.1 (facts C16).
final class DhcpIpam {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("dhcp"),
            Field.of("daemonSocketPath", new Text()),
            Field.of(
                    "provide",
                    new Listing(Struct.of(
                            Field.of("option", new Text()),
                            Field.of("value", new Text()),
                            Field.of("fromArg", new Text())))),
            Field.of(
                    "request",
                    new Listing(Struct.of(Field.of("option", new Text()), Field.of("skipDefault", new Flag())))),
            Field.of("priority", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    private DhcpIpam() {}
}
