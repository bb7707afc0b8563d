package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.multus.EffectiveCniVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a network can give to a selection, and what it takes, as far as its config tells. Nothing is told of a config
/// that is not read, and little of plugins that are not known.
///
/// @param main the plugin that makes the interface, where all plugins are known; else empty
/// @param addressing how it gives addresses; `null` where that is not known
/// @param mac what becomes of a requested hardware address; `null` where that is not known
/// @param fixedMac the hardware address that its config gives to each interface; empty where it gives none
/// @param hasEthernet whether the interface is made for the pod, with a hardware address of six bytes
/// @param distinctMacsOn the link on which hardware addresses must differ; `null` where they need not
/// @param capabilities those that are on, and read by a plugin
/// @param hasVeth whether its interface has an end on the node, which limits of bandwidth are set on; `null` where that
/// is not known
/// @param keepsRoutes whether the routes of its interface are those of its IPAM plugin
/// @param podLinks the interfaces that must be in the pod before it
/// @param claims what it takes from others
/// @param vrfs those of the pod that it puts its interface into; a network that works has one at most
/// @param takesDevice whether it needs a device that the kubelet reserves, as far as is known
public record NetworkAbilities(
        String main,
        @Nullable Addressing addressing,
        MacHandling.@Nullable Request mac,
        String fixedMac,
        boolean hasEthernet,
        @Nullable String distinctMacsOn,
        Set<String> capabilities,
        @Nullable Boolean hasVeth,
        boolean keepsRoutes,
        List<String> podLinks,
        List<LinkClaim> claims,
        List<VrfUse> vrfs,
        boolean takesDevice) {
    /// Of a network whose config is not read.
    public static final NetworkAbilities UNKNOWN = unknown(Set.of(), List.of());

    public NetworkAbilities {
        capabilities = Set.copyOf(capabilities);
        podLinks = List.copyOf(podLinks);
        claims = List.copyOf(claims);
        vrfs = List.copyOf(vrfs);
    }

    private static NetworkAbilities unknown(Set<String> capabilities, List<VrfUse> vrfs) {
        return new NetworkAbilities(
                "", null, null, "", false, null, capabilities, null, false, List.of(), List.of(), vrfs, true);
    }

    /// What such a network takes from others, and nothing else that it can do.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static List<LinkClaim> claims(CniConfig config, String resource) {
        return KnownPlugins.main(config.plugins())
                .flatMap(main -> known(main, config.plugins()).map(plugin -> plugin.claims(main.object(), resource)))
                .orElse(List.of());
    }

    /// Empty where one of the list is not known, which may do anything.
    private static Optional<CniPlugin> known(Plugin main, List<Plugin> chain) {
        boolean isKnown =
                chain.stream().allMatch(plugin -> KnownPlugins.of(plugin).isPresent());
        return isKnown ? KnownPlugins.of(main) : Optional.empty();
    }

    /// Of the plugins that Multus runs.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    public static NetworkAbilities of(CniConfig config, String resource) {
        List<Plugin> chain = config.plugins();
        Plugin main = KnownPlugins.main(chain).orElse(null);
        if (main == null) {
            return UNKNOWN;
        }
        CniPlugin plugin = known(main, chain).orElse(null);
        Set<String> capabilities = capabilities(chain);
        return plugin == null ? unknown(capabilities, vrfs(chain)) : of(config, main, plugin, capabilities, resource);
    }

    private static NetworkAbilities of(
            CniConfig network, Plugin main, CniPlugin plugin, Set<String> capabilities, String resource) {
        List<Plugin> chain = network.plugins();
        JsonObject config = main.object();
        return new NetworkAbilities(
                main.type(),
                Addressing.of(main, isOld(network)).orElse(null),
                mac(chain, plugin),
                fixedMac(chain),
                plugin instanceof InterfacePlugin made && made.origin() == InterfacePlugin.Origin.CREATED,
                plugin.distinctMacsOn(config).orElse(null),
                capabilities,
                plugin.makesVeth(),
                none(chain, CniPlugin::changesRoutes),
                plugin.requiredPodLinks(config, main.equals(chain.getFirst())).stream()
                        .map(PodLinkUse::name)
                        .toList(),
                plugin.claims(config, resource),
                vrfs(chain),
                !plugin.deviceKeys().isEmpty() || plugin.podsPerNode(config) == PodsPerNode.ONE_PER_DEVICE);
    }

    private static List<VrfUse> vrfs(List<Plugin> chain) {
        return chain.stream()
                .flatMap(plugin -> KnownPlugins.of(plugin).flatMap(known -> known.vrf(plugin.object())).stream())
                .toList();
    }

    private static boolean isOld(CniConfig network) {
        return network.document() instanceof Parsed.Ok<JsonObject>(JsonObject document)
                && CniVersion.parse(EffectiveCniVersion.of(document, network.form()))
                                .orElse(CniVersion.ABSENT)
                                .compareTo(CniVersion.FIRST_WITHOUT_ADDRESS)
                        < 0;
    }

    /// A plugin behind it, such as tuning, may take what it does not.
    private static MacHandling.Request mac(List<Plugin> chain, CniPlugin plugin) {
        MacHandling.Request own = plugin.mac().request();
        return own == MacHandling.Request.IMPOSSIBLE
                ? own
                : chain.stream()
                        .flatMap(later -> KnownPlugins.of(later).stream())
                        .filter(known -> known.chained() && known.mac().takesRequests())
                        .map(known -> known.mac().request())
                        .reduce((_, last) -> last)
                        .orElse(own);
    }

    /// The last plugin that sets one decides.
    private static String fixedMac(List<Plugin> chain) {
        return chain.stream()
                .flatMap(plugin ->
                        KnownPlugins.of(plugin).flatMap(known -> FixedMac.of(known, plugin.object())).stream())
                .reduce((_, last) -> last)
                .orElse("");
    }

    private static boolean none(List<Plugin> chain, Predicate<CniPlugin> is) {
        return chain.stream()
                .flatMap(plugin -> KnownPlugins.of(plugin).stream())
                .noneMatch(is);
    }

    /// libcni hands over what a plugin's config names as a capability (libcni 1.3.0, `injectRuntimeConfig`); a plugin
    /// that is not known may read all of them.
    private static Set<String> capabilities(List<Plugin> chain) {
        return chain.stream()
                .flatMap(plugin -> GoFields.object(plugin.object(), "capabilities").stream()
                        .flatMap(capabilities -> capabilities.members().stream())
                        .filter(member -> member.value() instanceof JsonBoolean on && on.value())
                        .map(member -> member.key())
                        .filter(key -> isRead(key, plugin)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isRead(String capability, Plugin plugin) {
        Optional<CniPlugin> known = KnownPlugins.of(plugin);
        return known.isEmpty()
                || known.get().capabilities().contains(capability)
                || GoFields.object(plugin.object(), "ipam")
                        .map(ipam -> GoFields.text(ipam, "type"))
                        .filter(type -> KnownPlugins.ipam(type)
                                .map(ipam -> ipam.capabilities().contains(capability))
                                .orElse(!type.isEmpty()))
                        .isPresent();
    }
}
