package dev.multihoming.core.plugins;

import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mapping;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.Set;

/// The tuning plugin 1.9.1 (facts C9), also installed as `cnv-tuning` (facts C2).
final class TuningPlugin {
    private static final Mtu MTU = new Mtu(Mtu.MIN, Mtu.MAX, false);
    private static final Mapping SYSCTL = new Mapping(new Text(), TextForm.NET_SYSCTL);

    private static final Struct IN_ARGS = Struct.of(
            Field.of("sysctl", SYSCTL),
            Field.of("mac", new Formed(TextForm.MAC)),
            Field.of("promisc", new Flag()),
            Field.of("mtu", MTU),
            Field.of("allmulti", new Flag()),
            Field.of("txQLen", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("tuning", "cnv-tuning"),
                    Field.of("dataDir", new Text()),
                    Field.of("sysctl", SYSCTL),
                    Field.of("mac", new Formed(TextForm.MAC)),
                    Field.of("promisc", new Flag()),
                    Field.of("mtu", MTU),
                    Field.of("txQLen", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("allmulti", new Flag()),
                    Field.of("runtimeConfig", Struct.of(Field.of("mac", new Formed(TextForm.MAC)))),
                    Field.of("args", Struct.of(Field.of("cni", IN_ARGS))))
            .afterAnother();

    private TuningPlugin() {}
}
