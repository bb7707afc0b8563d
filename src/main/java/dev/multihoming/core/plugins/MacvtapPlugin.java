package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// macvtap-cni (node-behavior.md#macvtap).
public final class MacvtapPlugin implements InterfacePlugin {
    private static final List<String> DEVICE_KEYS = List.of("deviceID");

    /// Of its device plugin, before the name of the link.
    private static final String RESOURCES = "macvtap.network.kubevirt.io/";

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("macvtap"),
            Field.of("deviceID", new Text()),
            Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("promiscMode", new Flag()),
            Field.of("owner", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
            Field.of("group", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)));

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
        return IpamNeed.UNUSED;
    }

    @Override
    public MacHandling mac() {
        return new MacHandling(MacHandling.Request.IGNORED, MacHandling.Source.RANDOM);
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("mtu", "MTU", "The largest packet; the kernel or the link decides without it."),
                FormField.of("promiscMode", "Promiscuous mode", "Receives frames for other MAC addresses, too.")
                        .startingWith("false"));
    }

    @Override
    public Origin origin() {
        return Origin.MOVED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Segment.named(Segment.Kind.RESOURCE, resource, List.of());
    }

    /// The link whose macvtap devices that resource is; empty for another resource.
    static Optional<String> linkOf(String resource) {
        return resource.startsWith(RESOURCES) ? Optional.of(resource.substring(RESOURCES.length())) : Optional.empty();
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
