package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How a network gives addresses to pods, as far as its config tells.
///
/// @param plugin that assigns them; empty where none does
/// @param ips what comes of the `ips` of a selection
/// @param pools sets of ranges, of which a pod gets one address each
/// @param ofCluster whether all pods of the cluster share them, and not only those of a node
/// @param fixed addresses that every pod gets
/// @param routed the destinations of its routes
/// @param gateways of its routes
/// @param onlyOnRequest whether a pod gets an address only where it requests one, and cannot start without
/// @param oneOfEachFamily whether two addresses of one family are refused
public record Addressing(
        String plugin,
        IpsHandling ips,
        List<List<AddressRange>> pools,
        boolean ofCluster,
        List<IpSubnet> fixed,
        List<IpSubnet> routed,
        List<IpAddress> gateways,
        boolean onlyOnRequest,
        boolean oneOfEachFamily) {
    private static final Addressing LAYER_2 = assignsItself("", IpsHandling.IGNORED);

    public Addressing {
        pools = List.copyOf(pools);
        fixed = List.copyOf(fixed);
        routed = List.copyOf(routed);
        gateways = List.copyOf(gateways);
    }

    /// Of the plugin that makes the interface; empty where it, or its IPAM plugin, is not known.
    ///
    /// @param isOld whether the network's CNI version is older than [CniVersion#FIRST_WITHOUT_ADDRESS]
    static Optional<Addressing> of(CniConfig.Plugin main, boolean isOld) {
        return KnownPlugins.of(main).flatMap(known -> of(known, main, isOld));
    }

    private static Optional<Addressing> of(CniPlugin known, CniConfig.Plugin main, boolean isOld) {
        Optional<IpsHandling> own = known.ips(main.object());
        if (own.isPresent()) {
            return Optional.of(assignsItself(main.type(), own.get()));
        }
        JsonObject ipam = GoFields.object(main.object(), "ipam").orElse(null);
        String type = ipam == null ? "" : GoFields.text(ipam, "type");
        if (ipam == null || type.isEmpty() || known.ipam() == IpamNeed.UNUSED) {
            return Optional.of(LAYER_2);
        }
        return KnownPlugins.ipam(type)
                .map(plugin -> new Addressing(
                        type,
                        plugin.ips(),
                        plugin.pools(ipam),
                        plugin.addresses() instanceof AddressModel.Pool pool
                                && pool.scope() == AddressModel.Scope.CLUSTER,
                        plugin.fixed(ipam),
                        inRoutes(ipam, "dst", IpSubnet::parse),
                        inRoutes(ipam, "gw", IpAddress::parse),
                        lacksAddresses(main),
                        isOld && plugin.countsAddresses()));
    }

    private static Addressing assignsItself(String plugin, IpsHandling ips) {
        return new Addressing(plugin, ips, List.of(), false, List.of(), List.of(), List.of(), false, false);
    }

    /// Whether its IPAM plugin has no pool and its config names no address, in none of the places that it reads
    /// (node-behavior.md#static).
    public static boolean lacksAddresses(CniConfig.Plugin main) {
        return GoFields.object(main.object(), "ipam")
                .filter(_ -> KnownPlugins.of(main)
                        .filter(known -> known.bringsAddresses(main.object()))
                        .isEmpty())
                .filter(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type"))
                        .filter(known ->
                                known.addresses() instanceof AddressModel.Fixed fixed && !hasEntry(ipam, fixed.list()))
                        .isPresent())
                .filter(_ -> GoFields.object(main.object(), "args")
                        .flatMap(args -> GoFields.object(args, "cni"))
                        .filter(cni -> hasEntry(cni, "ips"))
                        .isEmpty())
                .filter(_ -> GoFields.object(main.object(), "runtimeConfig")
                        .filter(handed -> hasEntry(handed, "ips"))
                        .isEmpty())
                .isPresent();
    }

    private static boolean hasEntry(JsonObject object, String key) {
        return GoFields.list(object, key)
                .filter(list -> !list.elements().isEmpty())
                .isPresent();
    }

    private static <T> List<T> inRoutes(JsonObject ipam, String key, Function<String, Optional<T>> reader) {
        return GoFields.list(ipam, "routes").stream()
                .flatMap(routes -> routes.elements().stream())
                .flatMap(route -> route instanceof JsonObject object ? Stream.of(object) : Stream.empty())
                .flatMap(route -> reader.apply(GoFields.text(route, key)).stream())
                .toList();
    }

    public boolean isLayer2() {
        return plugin.isEmpty();
    }

    /// How many interfaces can have an address at once, on one node or in the cluster; empty where that is not told.
    public Optional<BigInteger> capacity() {
        return pools.stream()
                .map(set -> set.stream().map(AddressRange::size).reduce(BigInteger.ZERO, BigInteger::add))
                .min(BigInteger::compareTo);
    }

    /// The subnets that an interface reaches without a gateway, or by a route of the network.
    public Stream<IpSubnet> reachable() {
        return Stream.of(
                        pools.stream().flatMap(List::stream).map(AddressRange::subnet), fixed.stream(), routed.stream())
                .flatMap(subnets -> subnets);
    }
}
