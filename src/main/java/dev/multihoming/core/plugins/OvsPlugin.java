package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Interval;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// ovs-cni (node-behavior.md#ovs). A `trunk` makes it ignore `vlan`; without both the port carries every
/// VLAN.
public final class OvsPlugin implements InterfacePlugin {
    /// Source: ovs-cni, pkg/config/config.go and pkg/ovsdb/ovsdb.go.
    private static final List<HandedOn> HANDED_ON = List.of(
            HandedOn.of(SafeText.OVS_SOCKET, "socket_file"), HandedOn.of(SafeText.OVS_CONF, "configuration_path"));

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
        return IpamNeed.OPTIONAL;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.TAKEN, MacHandling.Source.RANDOM);
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("bridge", "Bridge", "The Open vSwitch bridge of the nodes."),
                FormField.of("vlan", "VLAN", "The VLAN of the port; without it the port carries all VLANs."),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Segment.named(Segment.Kind.OVS_BRIDGE, GoFields.text(config, "bridge"), vlans(config));
    }

    /// They choose the database, and with it the switch: the same name is another bridge there.
    @Override
    public SegmentUse segmentUse(JsonObject config, String network, String resource) {
        return Stream.of("socket_file", "configuration_path")
                .filter(key -> !GoFields.text(config, key).isEmpty())
                .findFirst()
                .map(key -> SegmentUse.unknown(Quoted.of(key) + " chooses the switch"))
                .orElseGet(() -> InterfacePlugin.super.segmentUse(config, network, resource));
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return PeerText.named("OVS bridge ", GoFields.text(config, "bridge"))
                .or(() -> PeerText.device(resource, device));
    }

    @Override
    public Optional<String> vlanKey() {
        return Optional.of("vlan");
    }

    @Override
    public Optional<String> trunkKey() {
        return Optional.of("trunk");
    }

    /// A trunk with an entry makes ovs-cni ignore `vlan`, one without is none, and with neither the port
    /// carries every VLAN (common.go, `ParseOvsPortConfig`). A trunk whose entries name none fails there
    /// (`SplitVlanIds`); as it leaves out no VLAN, it counts as all of them.
    @Override
    public List<VlanUse> vlans(JsonObject config) {
        boolean isTrunk = GoFields.list(config, "trunk")
                .filter(list -> !list.elements().isEmpty())
                .isPresent();
        List<VlanUse> uses = isTrunk
                ? VlanUse.trunk("trunk", config)
                : VlanUse.tagged("vlan", config).map(List::of).orElse(List.of());
        return uses.isEmpty() ? List.of(VlanUse.ALL) : uses;
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return List.of(LinkUse.written(config, "bridge"));
    }

    @Override
    public Optional<NodeLink> requiredLink(JsonObject config) {
        return Optional.of(new NodeLink("bridge", NodeLink.Kind.OVS_BRIDGE));
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.BRIDGE);
    }

    @Override
    public boolean makesVeth() {
        return true;
    }
}
