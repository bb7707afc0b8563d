package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ib-sriov-cni (node-behavior.md#ib-sriov).
public final class IbSriovPlugin implements InterfacePlugin {
    private static final List<String> DEVICE_KEYS = List.of("deviceID");

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("ib-sriov"),
            Field.of("pkey", new Text()),
            Field.of("link_state", Choice.of("", "auto", "enable", "disable")),
            Field.of("rdmaIsolation", new Flag()),
            Field.of("ibKubernetesEnabled", new Flag()),
            Field.of("vfioPciMode", new Flag()),
            Field.of("deviceID", new Text()));

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
        return Set.of("infinibandGUID");
    }

    @Override
    public IpamNeed ipam() {
        return IpamNeed.OPTIONAL;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.DEVICE);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("pkey", "Partition key", "The InfiniBand partition, such as 0x8001."),
                FormField.of("link_state", "Link state", "auto follows the port of the card."));
    }

    @Override
    public Origin origin() {
        return Origin.MOVED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Segment.named(Segment.Kind.RESOURCE, resource, List.of())
                .map(segment -> segment.inPartition(GoFields.text(config, "pkey")));
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

    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        return PodsPerNode.ONE_PER_DEVICE;
    }

    @Override
    public List<Input> inputs() {
        return List.of(Input.RESOURCE);
    }
}
