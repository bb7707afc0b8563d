package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        /// Several routes that together lead to a large part of them; the text is how many.
        ROUTES,
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
                        .filter(use -> use.way() != Way.GATEWAY || hasAddresses(use.object()))
                        .toList();
    }

    private static boolean hasAddresses(JsonObject plugin) {
        return GoFields.object(plugin, "ipam")
                .filter(ipam -> !GoFields.text(ipam, "type").isEmpty())
                .isPresent();
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
        List<Json> written = GoFields.list(object, key).map(JsonArray::elements).orElse(List.of());
        List<IpSubnet> narrow = new ArrayList<>();
        List<DefaultRouteUse> uses = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) instanceof JsonObject route && RouteTable.isMain(route)) {
                String text = GoFields.text(route, "dst");
                Optional<IpSubnet> destination = IpSubnet.parse(text);
                if (destination.filter(RouteCoverage::isWide).isPresent()) {
                    uses.add(new DefaultRouteUse(path.child(key).child(i), route, Way.ROUTE, text));
                } else {
                    destination.ifPresent(narrow::add);
                }
            }
        }
        if (uses.isEmpty() && RouteCoverage.isWide(narrow)) {
            uses.add(new DefaultRouteUse(path.child(key), object, Way.ROUTES, Integer.toString(narrow.size())));
        }
        return uses.stream();
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
