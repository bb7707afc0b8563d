package dev.multihoming.core.plugins;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import java.util.List;
import java.util.Optional;

/// The layer-2 segments that a plugin attaches pods to, for limits: what a config leaves open is not passed over.
///
/// @param segments that the config names
/// @param unknown why it may be on others, a clause; empty where it is on none but those
public record SegmentUse(List<Segment> segments, String unknown) {
    /// Of an interface that leads to the node, or nowhere beyond the pod.
    static final SegmentUse NONE = new SegmentUse(List.of(), "");

    public SegmentUse {
        segments = List.copyOf(segments);
    }

    /// Of one plugin.
    ///
    /// @param network the name that the document gives the network
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static SegmentUse of(CniConfig.Plugin plugin, String network, String resource) {
        if (plugin.type().isEmpty() || KnownPlugins.bringsNoInterface(plugin.type())) {
            return NONE;
        }
        Optional<CniPlugin> known = KnownPlugins.of(plugin);
        if (known.isEmpty()) {
            return unknown("the plugin " + Quoted.of(plugin.type()) + " is not known to the webhook");
        }
        return known.get() instanceof InterfacePlugin made ? made.segmentUse(plugin.object(), network, resource) : NONE;
    }

    static SegmentUse unknown(String because) {
        return new SegmentUse(List.of(), because);
    }

    /// That of the plugin's one segment, unless the config names a device beside it: what the kubelet reserves is used
    /// instead of that only while there is some ([DeviceUse]).
    static SegmentUse ofOne(InterfacePlugin plugin, JsonObject config, String network, String resource) {
        Optional<Segment> segment = plugin.segment(config, network, resource);
        Optional<DeviceUse> device = segment.isPresent() && !isOfDevice(segment.get())
                ? Optional.empty()
                : plugin.devices(config)
                        .filter(use -> !use.device().isEmpty())
                        .filter(use -> segment.filter(it -> it.kind() == Segment.Kind.DEVICE
                                        && it.name().equals(use.device()))
                                .isEmpty())
                        .findFirst();
        if (device.isPresent()) {
            return unknown("%s names the device %s"
                    .formatted(
                            Quoted.of(device.get().key()),
                            Quoted.of(device.get().device())));
        }
        return segment.map(one -> new SegmentUse(List.of(one), ""))
                .orElseGet(() -> unknown(reason(plugin, config, network)));
    }

    private static boolean isOfDevice(Segment segment) {
        return segment.kind() == Segment.Kind.RESOURCE || segment.kind() == Segment.Kind.DEVICE;
    }

    private static String reason(InterfacePlugin plugin, JsonObject config, String network) {
        return plugin.links(config, network).stream()
                .filter(use -> use.name().isEmpty())
                .findFirst()
                .map(use -> Quoted.of(use.key()) + " is not set")
                .orElse(
                        plugin.deviceKeys().isEmpty()
                                ? "the config does not name it"
                                : "the network names no resource");
    }
}
