package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.ExclusiveOptions;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Interval;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Mtu;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The bridge plugin 1.9.1 (node-behavior.md#bridge), also installed as `cnv-bridge`
/// (node-behavior.md#cnv-bridge-and-cnv-tuning).
public final class BridgePlugin implements InterfacePlugin {
    /// Source: plugins 1.10.0, bridge.go, ensureBridge.
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.NEW_LINK, "bridge"));

    /// What the plugin takes without a name, and creates (bridge.go, `defaultBrName`).
    private static final String DEFAULT_BRIDGE = "cni0";

    /// Source: bridge.go of plugins 1.6.2 to 1.10.0. A trunk counts there also where it is empty.
    private static final List<NewInRelease> NEW = List.of(
            NewInRelease.field("1.7.1", "portIsolation"),
            new NewInRelease(
                    "1.8.0",
                    "vlanTrunk",
                    "refuses \"vlanTrunk\" beside a \"vlan\" other than 0",
                    "remove one of the two",
                    config -> GoFields.set(config, "vlanTrunk").isPresent() && NewInRelease.isSet(config, "vlan")));

    private static final List<String> OWN_BRIDGE = List.of("isGateway", "isDefaultGateway", "ipMasq");

    private static final Set<String> INJECTED = Set.of("vlan", "macspoofchk", "preserveDefaultVlan");

    /// 0 means no VLAN, the same as absent (node-behavior.md#bridge).
    private static final Whole VLAN = new Whole(0, 4094);

    private static final Whole TRUNK_VLAN = new Whole(1, 4094);

    private static final Struct TRUNK_ENTRY = new Struct(
            List.of(Field.of("id", TRUNK_VLAN), Field.of("minID", TRUNK_VLAN), Field.of("maxID", TRUNK_VLAN)),
            List.of(new Interval("minID", "maxID")));

    private static final Struct WITH_MAC = Struct.of(Field.of("mac", new Formed(TextForm.MAC)));

    public static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bridge", "cnv-bridge"),
                    Field.of("bridge", new Formed(TextForm.BRIDGE_NAME)),
                    Field.of("isGateway", new Flag()),
                    Field.of("isDefaultGateway", new Flag()),
                    Field.of("forceAddress", new Flag()),
                    Field.of("ipMasq", new Flag()),
                    Field.of("ipMasqBackend", Choice.of("iptables", "nftables")).whereTrue("ipMasq"),
                    Field.of("mtu", new Mtu()),
                    Field.of("hairpinMode", new Flag()),
                    Field.of("promiscMode", new Flag()),
                    Field.of("vlan", VLAN),
                    Field.of("vlanTrunk", new Listing(TRUNK_ENTRY)),
                    Field.of("preserveDefaultVlan", new Flag()),
                    Field.of("macspoofchk", new Flag()),
                    Field.of("enabledad", new Flag()),
                    Field.of("disableContainerInterface", new Flag()),
                    Field.of("portIsolation", new Flag()),
                    Field.of("args", Struct.of(Field.of("cni", WITH_MAC))),
                    Field.of("runtimeConfig", WITH_MAC))
            .refusing(
                    new ExclusiveOptions(List.of("hairpinMode"), List.of("promiscMode")),
                    new ExclusiveOptions(List.of("ipam", "type"), List.of("disableContainerInterface")));

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
        return new MacHandling(MacHandling.Request.TAKEN_ALSO_FROM_ARGS, MacHandling.Source.RANDOM);
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("bridge", "Bridge", "The bridge of the nodes; the plugin creates one that is missing."),
                FormField.of("vlan", "VLAN", "The VLAN of the port, from 1 to 4094; 0 for none.")
                        .startingWith("0"),
                FormField.of(
                                "macspoofchk",
                                "MAC spoof check",
                                "Drops frames with a source MAC that is not the interface's; needs nft on the nodes.")
                        .startingWith("false"),
                FormField.of(
                                "preserveDefaultVlan",
                                "Keep the default VLAN",
                                "Leaves the port in the VLAN of untagged frames, too.")
                        .startingWith("false"),
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."));
    }

    @Override
    public Origin origin() {
        return Origin.CREATED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        String name = PeerText.or(GoFields.text(config, "bridge"), DEFAULT_BRIDGE);
        return Optional.of(Segment.of(Segment.Kind.BRIDGE, name, vlans(config)));
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.UNLIMITED;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return Optional.of("bridge " + PeerText.or(GoFields.text(config, "bridge"), DEFAULT_BRIDGE));
    }

    /// With `forceAddress` the last address replaces the others (bridge.go, `ensureAddr`).
    @Override
    public boolean holdsOneGateway(JsonObject config) {
        return (GoFields.isTrue(config, "isGateway") || GoFields.isTrue(config, "isDefaultGateway"))
                && !GoFields.isTrue(config, "forceAddress");
    }

    @Override
    public Optional<String> vlanKey() {
        return Optional.of("vlan");
    }

    @Override
    public Optional<String> trunkKey() {
        return Optional.of("vlanTrunk");
    }

    /// Without a VLAN the port is untagged, beside a trunk too: there the plugin adds VLAN 1 untagged (1.9.1,
    /// `setupVeth`), which is where a bridge has its untagged frames unless its node says otherwise. With a
    /// VLAN, `preserveDefaultVlan` leaves the port in that of the untagged frames all the same.
    /// It hears them.
    @Override
    public List<VlanUse> vlans(JsonObject config) {
        List<VlanUse> uses = VlanUse.trunk("vlanTrunk", config);
        VlanUse own = VlanUse.tagged("vlan", config).orElse(VlanUse.UNTAGGED);
        uses.add(own);
        if (own.first() != 0 && GoFields.isTrue(config, "preserveDefaultVlan")) {
            uses.add(new VlanUse("preserveDefaultVlan", 0, 0));
        }
        return uses;
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return List.of(LinkUse.written(config, "bridge"));
    }

    /// A bridge with an address of its own is meant to be made by the plugin.
    @Override
    public Optional<NodeLink> requiredLink(JsonObject config) {
        return OWN_BRIDGE.stream().anyMatch(key -> GoFields.isTrue(config, key))
                ? Optional.empty()
                : Optional.of(new NodeLink("bridge", NodeLink.Kind.BRIDGE));
    }

    @Override
    public Stream<DefaultRouteUse> defaultRoutes(CniConfig.Plugin plugin) {
        return DefaultRouteUse.gateway(plugin, "isDefaultGateway");
    }

    /// 0 and absent are the same code path for `vlan` (bridge.go, `setupVeth`), as `false` and absent are for the
    /// other.
    @Override
    public Set<String> injectedFields() {
        return INJECTED;
    }

    @Override
    public List<NewInRelease> newInReleases() {
        return NEW;
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
