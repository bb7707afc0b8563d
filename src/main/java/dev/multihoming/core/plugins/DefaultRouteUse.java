package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a plugin takes the pod's default route, or half of it, away from eth0
/// (node-behavior.md#default-route).
///
/// @param path of the object that says so
/// @param object that one, for where it stands
/// @param text the key of a [Way#KEY] or [Way#GATEWAY], the destination of a [Way#ROUTE]; else empty
public record DefaultRouteUse(JsonPath path, JsonObject object, Way way, String text) {
    private static final Set<String> ROUTERS = Set.of("routers", "3");

    /// What takes it.
    public enum Way {
        /// A key that is there for it.
        KEY,
        /// A key that makes the gateway of its addresses that of the pod.
        GATEWAY,
        /// A route to all addresses of a family, or to a large part of them.
        ROUTE,
        /// Whatever router a DHCP server names, if it names one.
        DHCP_SERVER
    }

    /// All of a list, where `sbr` moves routes to a table of its own, and a flag without addresses has no gateway to
    /// set.
    public static List<DefaultRouteUse> of(List<CniConfig.Plugin> chain) {
        return chain.stream().anyMatch(SbrPlugin::is)
                ? List.of()
                : chain.stream()
                        .flatMap(plugin -> of(plugin).stream())
                        .filter(use -> use.way() != Way.GATEWAY
                                || GoFields.object(use.object(), "ipam").isPresent())
                        .toList();
    }

    /// All that its config asks for, in no order.
    public static List<DefaultRouteUse> of(CniConfig.Plugin plugin) {
        JsonPath path = plugin.path();
        JsonObject object = plugin.object();
        Stream<DefaultRouteUse> own = KnownPlugins.of(plugin).stream().flatMap(known -> known.defaultRoutes(plugin));
        Stream<DefaultRouteUse> ipam = GoFields.object(object, "ipam").stream()
                .flatMap(addresses -> Stream.concat(
                        routes(path.child("ipam"), addresses, "routes"), ofIpam(path.child("ipam"), addresses)));
        return Stream.concat(own, ipam).toList();
    }

    static Stream<DefaultRouteUse> flag(CniConfig.Plugin plugin, String key) {
        return GoFields.isTrue(plugin.object(), key) ? key(plugin, key) : Stream.empty();
    }

    /// A flag that sets the gateway of the plugin's addresses.
    static Stream<DefaultRouteUse> gateway(CniConfig.Plugin plugin, String key) {
        return GoFields.isTrue(plugin.object(), key)
                ? Stream.of(new DefaultRouteUse(plugin.path(), plugin.object(), Way.GATEWAY, key))
                : Stream.empty();
    }

    static Stream<DefaultRouteUse> key(CniConfig.Plugin plugin, String key) {
        return Stream.of(new DefaultRouteUse(plugin.path(), plugin.object(), Way.KEY, key));
    }

    static Stream<DefaultRouteUse> routes(JsonPath path, JsonObject object, String key) {
        List<Json> routes =
                GoFields.list(object, key).map(list -> list.elements()).orElse(List.of());
        return IntStream.range(0, routes.size())
                .filter(i -> routes.get(i) instanceof JsonObject route && isToEverywhere(route))
                .mapToObj(i -> {
                    JsonObject route = (JsonObject) routes.get(i);
                    return new DefaultRouteUse(path.child(key).child(i), route, Way.ROUTE, GoFields.text(route, "dst"));
                });
    }

    private static boolean isToEverywhere(JsonObject route) {
        return isInMainTable(route)
                && IpSubnet.parse(GoFields.text(route, "dst"))
                        .filter(destination -> destination.prefix() <= widest(destination))
                        .isPresent();
    }

    /// A quarter of all IPv4 addresses, or as much of IPv6 as `2000::/3`, which is all that is routed there.
    private static int widest(IpSubnet destination) {
        return destination.address().bits() == Integer.SIZE ? 2 : 3;
    }

    /// RT_TABLE_MAIN is 254, also where none is named.
    private static boolean isInMainTable(JsonObject route) {
        return GoFields.set(route, "table")
                .filter(table -> table.value() instanceof JsonNumber number
                        && !List.of("0", "254").contains(number.text()))
                .isEmpty();
    }

    private static Stream<DefaultRouteUse> ofIpam(JsonPath path, JsonObject ipam) {
        return KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                .flatMap(known -> known.defaultRoutes(path, ipam));
    }

    /// The router that a server names, unless the config asks for none.
    static Stream<DefaultRouteUse> ofServer(JsonPath path, JsonObject ipam) {
        return skipsRouters(ipam) ? Stream.empty() : Stream.of(new DefaultRouteUse(path, ipam, Way.DHCP_SERVER, ""));
    }

    private static boolean skipsRouters(JsonObject ipam) {
        return GoFields.list(ipam, "request").stream()
                .flatMap(requests -> requests.elements().stream())
                .anyMatch(request -> request instanceof JsonObject option
                        && GoFields.isTrue(option, "skipDefault")
                        && ROUTERS.contains(GoFields.text(option, "option")));
    }
}
