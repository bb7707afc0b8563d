package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// sriov-cni (node-behavior.md#sriov). Its `vlan` has no neutral value: absent leaves the function's VLAN as
/// it is.
public final class SriovPlugin implements InterfacePlugin {
    private static final List<String> DEVICE_KEYS = List.of("deviceID");

    private static final Set<String> INJECTED = Set.of("spoofchk");

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("sriov"),
                    Field.of("vlan", new Whole(0, 4094)),
                    Field.of("vlanQoS", new Whole(0, 7)),
                    Field.of("vlanProto", new Choice(List.of("802.1q", "802.1ad"), true)),
                    Field.of("mac", new Text()),
                    Field.of("min_tx_rate", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("max_tx_rate", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("spoofchk", Choice.of("", "on", "off")),
                    Field.of("trust", Choice.of("", "on", "off")),
                    Field.of("link_state", Choice.of("", "auto", "enable", "disable")),
                    Field.of("deviceID", new Text()),
                    Field.of("logLevel", new Text()),
                    Field.of("logFile", new Text()),
                    Field.of("runtimeConfig", Struct.of(Field.of("mac", new Text()))))
            // As `LoadConf` of `pkg/config/config.go` has it.
            .requiring(
                    Requirement.with("vlanQoS", "vlan"),
                    Requirement.withWritten("vlanQoS", "vlan"),
                    Requirement.withWritten("vlanProto", "vlan"),
                    Requirement.withText("vlanProto", "802.1ad", "vlan"));

    /// The plugin opens it as root (sriov-cni, `pkg/logging/logging.go`).
    private static final List<HandedOn> HANDED_ON = List.of(HandedOn.of(SafeText.LOG_FILE, "logFile"));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
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
        return new MacHandling(MacHandling.Request.TAKEN, MacHandling.Source.DEVICE);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("vlan", "VLAN", "The VLAN of the function; without it the function keeps its own."),
                FormField.of(
                                "spoofchk",
                                "MAC spoof check",
                                "on drops frames with a source MAC that is not the function's.")
                        .startingWith("on"),
                FormField.of("trust", "Trust", "on lets the pod change its MAC and receive all multicast."),
                FormField.of("link_state", "Link state", "auto follows the port of the card."));
    }

    @Override
    public Origin origin() {
        return Origin.MOVED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Segment.named(Segment.Kind.RESOURCE, resource, vlans(config));
    }

    @Override
    public VlanSource vlanSource() {
        return VlanSource.DEVICE;
    }

    @Override
    public Optional<String> vlanKey() {
        return Optional.of("vlan");
    }

    @Override
    public List<VlanUse> vlans(JsonObject config) {
        return List.of(VlanUse.tagged("vlan", config).orElse(VlanUse.UNTAGGED));
    }

    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return LinkClaim.ofDevice(GoFields.text(config, "deviceID"), resource);
    }

    @Override
    public List<String> deviceKeys() {
        return DEVICE_KEYS;
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return LinkUse.ofDeviceId(config);
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return PeerText.device(resource, device, config, DEVICE_KEYS);
    }

    /// The guest gets the function itself.
    @Override
    public String machineBinding() {
        return "sriov";
    }

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.ONE_PER_DEVICE;
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.RESOURCE);
    }

    /// Not `vlan`: 0 resets the VLAN of the function.
    @Override
    public Set<String> injectedFields() {
        return INJECTED;
    }
}
