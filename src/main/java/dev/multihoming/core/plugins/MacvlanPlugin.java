package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The macvlan plugin 1.9.1 (node-behavior.md#macvlan). The MTU of the master, which bounds its own, is the
/// node's.
public final class MacvlanPlugin implements InterfacePlugin {
    /// The name its binary is installed under.
    public static final String TYPE = "macvlan";

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of(TYPE),
            Field.of("master", new Formed(TextForm.NODE_LINK)),
            Field.of("mode", Choice.of("", "bridge", "private", "vepa", "passthru")),
            Field.of("mtu", new Mtu(Mtu.MIN, Mtu.MAX, false)),
            Field.of("mac", new Formed(TextForm.MAC)),
            Field.of("linkInContainer", new Flag()),
            Field.of("bcqueuelen", new Whole(0, 4_294_967_295L)),
            Field.of("runtimeConfig", Struct.of(Field.of("mac", new Formed(TextForm.MAC)))));

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
                FormField.of("master", "Master", "The link of the nodes that the interface is built on."),
                FormField.of("mode", "Mode", "bridge lets pods of one node reach each other.")
                        .startingWith("bridge"),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Optional<String> insteadOf(String key) {
        return MasterLink.insteadOf(key);
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    /// In passthru mode frames keep their tags.
    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return podsPerNode(config) == PodsPerNode.ONE
                ? MasterLink.segment(config).map(link -> Segment.ofWholeLink(MasterLink.name(config)))
                : MasterLink.segment(config);
    }

    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return MasterLink.isOfThePod(config)
                ? SegmentUse.NONE
                : InterfacePlugin.super.segmentUse(config, network, resource);
    }

    /// In passthru mode it takes the whole parent (kernel, `macvlan_common_newlink`).
    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return isPassthru(config) && !MasterLink.isOfThePod(config) ? PodsPerNode.ONE : PodsPerNode.UNLIMITED;
    }

    private static boolean isPassthru(JsonObject config) {
        return GoFields.text(config, "mode").equals("passthru");
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return MasterLink.peer(config, MasterLink.ofDefaultRoute(config));
    }

    @Override
    public VlanSource vlanSource() {
        return VlanSource.MASTER;
    }

    @Override
    public List<VlanUse> vlansOfLinks(JsonObject config) {
        long last = podsPerNode(config) == PodsPerNode.ONE ? VlanUse.LAST : 0;
        return MasterLink.vlans(config, last);
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return MasterLink.ofTheNode(config);
    }

    @Override
    public Optional<NodeLink> requiredLink(JsonObject config) {
        return MasterLink.required(config);
    }

    @Override
    public List<PodLinkUse> podLinks(JsonObject config, boolean first) {
        return MasterLink.ofThePod(config, true);
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.MASTER);
    }

    /// In passthru mode it takes the whole link (kernel, `macvlan_common_newlink`).
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return List.of(
                MasterLink.claim(config, isPassthru(config) ? LinkClaim.Kind.WHOLE_LINK : LinkClaim.Kind.MACVLAN, 0));
    }

    /// The second one does not come up (kernel, `macvlan_open`: EADDRINUSE).
    @Override
    public Optional<String> distinctMacsOn(JsonObject config) {
        return Optional.of(MasterLink.name(config));
    }
}
