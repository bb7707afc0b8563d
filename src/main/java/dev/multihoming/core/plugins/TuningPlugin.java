package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mapping;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Set;

/// The tuning plugin 1.9.1 (node-behavior.md#tuning), also installed as `cnv-tuning`
/// (node-behavior.md#cnv-bridge-and-cnv-tuning).
public final class TuningPlugin implements ChainedPlugin {
    /// Source: plugins 1.10.0, tuning.go, createBackup and restoreBackup.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.STATE_FOLDER, "dataDir"));

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
            Field.of("args", Struct.of(Field.of("cni", IN_ARGS))));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return CniVersion.ABSENT;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("mac");
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("mtu", "MTU", "The largest packet."),
                FormField.of("promisc", "Promiscuous mode", "Receives frames for other MAC addresses, too.")
                        .startingWith("false"),
                FormField.of("allmulti", "All multicast", "Receives all multicast frames.")
                        .startingWith("false"));
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.TAKEN_ALSO_FROM_ARGS, MacHandling.Source.RANDOM);
    }
}
