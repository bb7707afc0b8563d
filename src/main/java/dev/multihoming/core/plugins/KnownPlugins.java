package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every plugin that is known, a line for each. Others are admitted as they are.
public final class KnownPlugins {
    private static final Map<String, CniPlugin> PLUGINS = byType(
            List.of(
                    new BridgePlugin(),
                    new MacvlanPlugin(),
                    new IpvlanPlugin(),
                    new VlanPlugin(),
                    new HostDevicePlugin(),
                    new SriovPlugin(),
                    new IbSriovPlugin(),
                    new OvsPlugin(),
                    new MacvtapPlugin(),
                    new TapPlugin(),
                    new DummyPlugin(),
                    new PtpPlugin(),
                    new BondPlugin(),
                    new OvnOverlayPlugin(),
                    new TuningPlugin(),
                    new SbrPlugin(),
                    new VrfPlugin(),
                    new PortmapPlugin(),
                    new BandwidthPlugin(),
                    new FirewallPlugin(),
                    new RouteOverridePlugin()),
            CniPlugin::types);

    private static final Map<String, IpamPlugin> IPAM = byType(
            List.of(new HostLocalIpam(), new StaticIpam(), new DhcpIpam(), new WhereaboutsIpam()), IpamPlugin::types);

    /// The names of plugins that take devices of the node whatever their config names.
    private static final Set<String> HOST_DEVICES = PLUGINS.entrySet().stream()
            .filter(plugin -> plugin.getValue().alwaysTakesNodeDevice())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());

    private KnownPlugins() {}

    /// The plugin installed under that name.
    public static Optional<CniPlugin> of(String type) {
        return Optional.ofNullable(PLUGINS.get(type));
    }

    /// The plugin that a config runs.
    public static Optional<CniPlugin> of(CniConfig.Plugin plugin) {
        return of(plugin.type());
    }

    /// The IPAM plugin installed under that name, whose fields stand in another plugin's `ipam`.
    public static Optional<IpamPlugin> ipam(String type) {
        return Optional.ofNullable(IPAM.get(type));
    }

    /// What the program of that name hands on, as a plugin or as an IPAM plugin.
    static List<HandedOn> handedOn(String program) {
        return of(program)
                .map(CniPlugin::handedOn)
                .or(() -> ipam(program).map(IpamPlugin::handedOn))
                .orElseGet(() -> DelegateUse.handedOn(program));
    }

    /// Whether ADD of a plugin of that type succeeds and brings no interface into the pod: an IPAM plugin, or
    /// `loopback`.
    public static boolean bringsNoInterface(String type) {
        return IPAM.containsKey(type) || type.equals("loopback");
    }

    /// Whether that config runs a plugin which must stand behind another one.
    public static boolean isChained(CniConfig.Plugin plugin) {
        return of(plugin).filter(CniPlugin::chained).isPresent();
    }

    /// The plugin of a chain that makes the interface: the first that need not stand behind another one; empty where
    /// there is none.
    public static Optional<CniConfig.Plugin> main(List<CniConfig.Plugin> chain) {
        return chain.stream().filter(plugin -> !isChained(plugin)).findFirst();
    }

    /// Whether that config repeats the name of another interface of the pod.
    public static boolean namesPodLinks(CniConfig.Plugin plugin) {
        return of(plugin).filter(known -> known.namesPodLinks(plugin.object())).isPresent();
    }

    /// Whether a mutation may add that field to the config where it is absent.
    public static boolean injects(CniConfig.Plugin plugin, String field) {
        return of(plugin)
                .filter(known -> known.injectedFields().contains(field))
                .isPresent();
    }

    /// The names of all plugins, and not of IPAM plugins.
    public static Collection<String> types() {
        return PLUGINS.keySet();
    }

    /// The names of all IPAM plugins.
    public static Collection<String> ipamTypes() {
        return IPAM.keySet();
    }

    /// The names of plugins that take devices of the node whatever their config names.
    public static Set<String> hostDevices() {
        return HOST_DEVICES;
    }

    private static <T> Map<String, T> byType(List<T> plugins, Function<T, Set<String>> types) {
        return plugins.stream()
                .flatMap(plugin -> types.apply(plugin).stream().map(type -> Map.entry(type, plugin)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
