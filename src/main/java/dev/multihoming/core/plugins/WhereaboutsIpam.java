package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The whereabouts IPAM plugin (facts C16).
final class WhereaboutsIpam {
    private static final FieldType EXCLUDE = new Listing(new Text());
    private static final Whole SECONDS = new Whole(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Struct RANGE = Struct.of(
            Field.of("range", new Text()),
            Field.of("range_start", new Formed(TextForm.IP)),
            Field.of("range_end", new Formed(TextForm.IP)),
            Field.of("exclude", EXCLUDE));

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("whereabouts"),
            Field.of("range", new Text()),
            Field.of("range_start", new Formed(TextForm.IP)),
            Field.of("range_end", new Formed(TextForm.IP)),
            Field.of("ipRanges", new Listing(RANGE)),
            Field.of("exclude", EXCLUDE),
            Field.of("gateway", new Formed(TextForm.IP)),
            Field.of("routes", new Listing(CommonFields.ROUTE)),
            Field.of("enable_overlapping_ranges", new Flag()),
            Field.of("network_name", new Text()),
            Field.of("node_slice_size", new Text()),
            Field.of("leader_lease_duration", SECONDS),
            Field.of("leader_renew_deadline", SECONDS),
            Field.of("leader_retry_period", SECONDS),
            Field.of("log_file", new Text()),
            Field.of("log_level", new Text()));

    private WhereaboutsIpam() {}
}
