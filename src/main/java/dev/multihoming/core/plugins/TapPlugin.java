package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tap plugin 1.9.1 (node-behavior.md#tap).
public final class TapPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("tap"),
            Field.of("multiQueue", new Flag()),
            Field.of("mtu", new Mtu(Mtu.MIN, 65_521, false)),
            Field.of("mac", new Formed(TextForm.COLON_MAC)),
            Field.of("owner", new Whole(0, 4_294_967_295L)),
            Field.of("group", new Whole(0, 4_294_967_295L)),
            Field.of("selinuxContext", new Text()),
            Field.of("bridge", new Text()),
            Field.of("args", Struct.of()),
            Field.of("runtimeConfig", Struct.of(Field.of("mac", new Formed(TextForm.COLON_MAC)))));

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
    public IpamNeed ipam() {
        return IpamNeed.OPTIONAL;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.TAKEN, MacHandling.Source.RANDOM);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("bridge", "Bridge", "A bridge in the pod that the interface joins."),
                FormField.of("multiQueue", "Several queues", "Opens the interface with several queues.")
                        .startingWith("false"),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    /// Its `bridge` is one of the pod (plugins 1.9.1, `createTap` looks for it in the pod's namespace).
    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Optional.empty();
    }

    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return SegmentUse.NONE;
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return Optional.of(PeerText.named("bridge ", GoFields.text(config, "bridge"))
                .map(bridge -> bridge + PeerText.OF_THE_POD)
                .orElse(""));
    }
}
