package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import java.util.Set;

/// The static IPAM plugin 1.9.1 (facts C16). Addresses can also come with the pod.
final class StaticIpam {
    private static final Struct ADDRESS = Struct.of(
                    Field.of("address", new Formed(TextForm.CIDR)), Field.of("gateway", new Formed(TextForm.IP)))
            .requiring("address");

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("static"),
            Field.of("addresses", new Listing(ADDRESS)),
            Field.of("routes", new Listing(CommonFields.ROUTE)),
            Field.of("dns", CommonFields.DNS));

    private StaticIpam() {}
}
