package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ipvlan plugin 1.9.1 (node-behavior.md#ipvlan).
public final class IpvlanPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ipvlan"),
            Field.of("master", new Formed(TextForm.NODE_LINK)),
            Field.of("mode", Choice.of("", "l2", "l3", "l3s")),
            Field.of("mtu", new Whole(Integer.MIN_VALUE, FieldType.Mtu.MAX)),
            Field.of("linkInContainer", new Flag()));

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
        return Set.of();
    }

    @Override
    public IpamNeed ipam() {
        return IpamNeed.REQUIRED_UNLESS_CHAINED;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IMPOSSIBLE, MacHandling.Source.MASTER);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("master", "Master", "The link of the nodes that the interface is built on."),
                FormField.of("mode", "Mode", "l2 switches frames, l3 and l3s route packets.")
                        .startingWith("l2"),
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

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return MasterLink.segment(config);
    }

    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return MasterLink.isOfThePod(config)
                ? SegmentUse.NONE
                : InterfacePlugin.super.segmentUse(config, network, resource);
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
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
        return MasterLink.vlans(config, 0);
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return MasterLink.ofTheNode(config);
    }

    @Override
    public Optional<NodeLink> requiredLink(JsonObject config) {
        return MasterLink.required(config);
    }

    /// Behind another plugin it takes that one's interface.
    @Override
    public List<PodLinkUse> podLinks(JsonObject config, boolean first) {
        return MasterLink.ofThePod(config, first);
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.MASTER, Input.IPAM);
    }

    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return List.of(MasterLink.claim(config, LinkClaim.Kind.IPVLAN, 0));
    }
}
