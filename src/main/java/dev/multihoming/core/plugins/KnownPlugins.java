package dev.multihoming.core.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every plugin whose fields are known. Others are admitted as they are.
public final class KnownPlugins {
    private static final Map<String, PluginSpec> MAIN = byType(List.of(
            BridgePlugin.SPEC,
            MacvlanPlugin.SPEC,
            IpvlanPlugin.SPEC,
            VlanPlugin.SPEC,
            HostDevicePlugin.SPEC,
            SriovPlugin.SPEC,
            IbSriovPlugin.SPEC,
            OvsPlugin.SPEC,
            MacvtapPlugin.SPEC,
            TapPlugin.SPEC,
            DummyPlugin.SPEC,
            PtpPlugin.SPEC,
            BondPlugin.SPEC,
            OvnOverlayPlugin.SPEC,
            TuningPlugin.SPEC,
            SbrPlugin.SPEC,
            VrfPlugin.SPEC,
            PortmapPlugin.SPEC,
            BandwidthPlugin.SPEC,
            FirewallPlugin.SPEC,
            RouteOverridePlugin.SPEC));

    private static final Map<String, PluginSpec> IPAM =
            byType(List.of(HostLocalIpam.SPEC, StaticIpam.SPEC, DhcpIpam.SPEC, WhereaboutsIpam.SPEC));

    private KnownPlugins() {}

    /// The plugin installed under that name.
    public static Optional<PluginSpec> of(String type) {
        return Optional.ofNullable(MAIN.get(type));
    }

    /// The IPAM plugin installed under that name, whose fields stand in another plugin's `ipam`.
    public static Optional<PluginSpec> ipam(String type) {
        return Optional.ofNullable(IPAM.get(type));
    }

    /// The names of all plugins, and not of IPAM plugins.
    public static Collection<String> types() {
        return MAIN.keySet();
    }

    /// The names of all IPAM plugins.
    public static Collection<String> ipamTypes() {
        return IPAM.keySet();
    }

    private static Map<String, PluginSpec> byType(List<PluginSpec> specs) {
        return specs.stream()
                .flatMap(spec -> spec.types().stream().map(type -> Map.entry(type, spec)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
