package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.GoMac;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The host-device plugin 1.10.0 (node-behavior.md#host-device): it moves an interface of the node into the
/// pod.
public final class HostDevicePlugin implements InterfacePlugin {
    private static final String PCI_ADDRESS = "pciBusID";

    /// Source: plugins 1.10.0, host-device.go, handleDeviceID and getLink.
    private static final List<HandedOn> HANDED_ON = List.of(
            HandedOn.of(SafeText.DEVICE, PCI_ADDRESS),
            HandedOn.of(SafeText.DEVICE, "runtimeConfig", "deviceID"),
            HandedOn.of(SafeText.KERNEL_PATH, "kernelpath"));

    /// Takes the addresses and routes that the device has on the node into the pod.
    private static final String INTERFACE_NETWORK = "useInterfaceNetwork";

    private static final List<NewInRelease> NEW = List.of(NewInRelease.field("1.10.0", INTERFACE_NETWORK));

    private static final List<String> DEVICE_KEYS = List.of("device", "hwaddr", "kernelpath", PCI_ADDRESS);

    static final PluginSpec SPEC = PluginSpec.of(
            Set.of("host-device"),
            Field.of("device", new Formed(TextForm.NODE_LINK)),
            Field.of("hwaddr", new Formed(TextForm.HARDWARE_ADDRESS)),
            Field.of("kernelpath", new Formed(TextForm.KERNEL_PATH)),
            Field.of(PCI_ADDRESS, new Text()),
            Field.of(INTERFACE_NETWORK, new Flag()),
            Field.of("runtimeConfig", Struct.of(Field.of("deviceID", new Text()))));

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
        return Set.of("deviceID");
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
    public List<NewInRelease> newInReleases() {
        return NEW;
    }

    @Override
    public boolean bringsAddresses(JsonObject config) {
        return GoFields.isTrue(config, INTERFACE_NETWORK);
    }

    @Override
    public List<HandedOn> handedOn() {
        return HANDED_ON;
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("device", "Device", "The interface of the node that moves into the pod."),
                FormField.of(
                        PCI_ADDRESS, "PCI address", "The device by its address on the PCI bus, such as 0000:00:1f.6."));
    }

    @Override
    public Origin origin() {
        return Origin.MOVED;
    }

    @Override
    public Optional<Segment> segment(JsonObject config, String network, String resource) {
        return Segment.named(Segment.Kind.DEVICE, GoFields.text(config, "device"), List.of())
                .or(() -> podsPerNode(config) == PodsPerNode.ONE
                        ? Optional.empty()
                        : Segment.named(Segment.Kind.RESOURCE, resource, List.of()));
    }

    /// A device that the config names is gone from the node until its pod ends.
    @Override
    public PodsPerNode podsPerNode(JsonObject config) {
        boolean named =
                DEVICE_KEYS.stream().anyMatch(key -> !GoFields.text(config, key).isEmpty());
        return named ? PodsPerNode.ONE : PodsPerNode.ONE_PER_DEVICE;
    }

    @Override
    public Optional<String> peer(JsonObject config, String resource, String device) {
        return PeerText.device(resource, device, config, DEVICE_KEYS);
    }

    @Override
    public List<String> deviceKeys() {
        return DEVICE_KEYS;
    }

    @Override
    public List<LinkUse> links(JsonObject config, String network) {
        return List.of(LinkUse.written(config, "device"));
    }

    /// What stands in `runtimeConfig` reaches the plugin unless a capability replaces it (libcni 1.3.0,
    /// `injectRuntimeConfig`). Of the known plugins only this one reads a device there.
    @Override
    public Stream<DeviceUse> devices(JsonObject config) {
        return Stream.concat(InterfacePlugin.super.devices(config), DeviceUse.ofRuntime(config));
    }

    @Override
    public boolean alwaysTakesNodeDevice() {
        return true;
    }

    /// The first key that is set counts (host-device.go, `getLink`). Where the NAD names a resource, Multus writes
    /// another
    /// device of it into each attachment, in place of the PCI address (Multus 4.2.2, `delegateAddDeviceID`).
    @Override
    public List<LinkClaim> claims(JsonObject config, String resource) {
        return DEVICE_KEYS.stream()
                .filter(key -> !GoFields.text(config, key).isEmpty())
                .limit(1)
                .filter(key -> resource.isEmpty() || !key.equals(PCI_ADDRESS))
                .map(key -> new LinkClaim(LinkClaim.Kind.DEVICE, canonical(key, GoFields.text(config, key))))
                .toList();
    }

    private static String canonical(String key, String value) {
        return switch (key) {
            case "hwaddr" -> GoMac.canonical(value);
            // Of a path, `/./`, `//` and the `/` at the end say nothing.
            case "kernelpath" -> value.replaceAll("(/\\.?)+(?=/|$)", "");
            default -> value;
        };
    }
}
