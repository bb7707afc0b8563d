package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The vlan plugin 1.10.0 (node-behavior.md#vlan). 4095 is refused, whatever its message says
/// (node-behavior.md#vlan).
public final class VlanPlugin implements InterfacePlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("vlan"),
                    Field.of("master", new Formed(TextForm.NODE_LINK)),
                    Field.of("vlanId", new Whole(0, 4094)),
                    Field.of("mtu", new Whole(0, FieldType.Mtu.MAX)),
                    Field.of("linkInContainer", new Flag()))
            .requiring(Requirement.always("master"));

    /// Source: vlan.go of plugins 1.9.1, which runs an IPAM plugin without asking whether there is one, and of 1.10.0.
    private static final List<NewInRelease> NEW = List.of(new NewInRelease(
            "1.10.0",
            "ipam",
            "refuses a network without an IPAM plugin",
            "add \"ipam\"",
            config -> GoFields.object(config, "ipam")
                    .filter(ipam -> !GoFields.text(ipam, "type").isEmpty())
                    .isEmpty()));

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
    public List<NewInRelease> newInReleases() {
        return NEW;
    }

    @Override
    public IpamNeed ipam() {
        return IpamNeed.OPTIONAL;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.MASTER);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("master", "Master", "The link of the nodes that the interface is built on."),
                FormField.of("vlanId", "VLAN", "The VLAN of the interface, from 1 to 4094."),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return MasterLink.segment(config)
                .map(link -> Segment.of(Segment.Kind.LINK, GoFields.text(config, MasterLink.KEY), vlans(config)));
    }

    /// On a link of the pod it makes no segment of its own, but its frames leave with the tag: a macvlan, and a bridge
    /// that filters no VLANs, pass them on.
    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return MasterLink.isOfThePod(config)
                ? SegmentUse.unknown("it tags what leaves through a link of the pod")
                : InterfacePlugin.super.segmentUse(config, network, resource);
    }

    /// One kernel device per link and VLAN: the second pod fails with "file exists" (vlan.go, `createVlan`).
    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.ONE;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return MasterLink.peer(config, "no master");
    }

    @Override
    public Optional<String> vlanKey() {
        return Optional.of("vlanId");
    }

    @Override
    public List<VlanUse> vlans(JsonObject config) {
        return List.of(VlanUse.tagged("vlanId", config).orElse(VlanUse.UNTAGGED));
    }

    @Override
    public List<VlanUse> vlansOfLinks(JsonObject config) {
        return MasterLink.outerVlans(config);
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
        return MasterLink.ofThePod(config, false);
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.MASTER, Input.VLAN);
    }

    /// A link has one device for a VLAN, on a node and in a pod (kernel, `register_vlan_dev`: EEXIST).
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return vlans(config).stream()
                .limit(1)
                .map(vlan -> MasterLink.claim(config, LinkClaim.Kind.VLAN, vlan.first()))
                .toList();
    }
}
