package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How a plugin takes the pod's default route, or half of it, away from eth0 (facts A7, RIG 126 to 128).
///
/// @param path of the object that says so
/// @param object that one, for where it stands
/// @param text the key of a [Way#KEY], the destination of a [Way#ROUTE]; else empty
public record DefaultRouteUse(JsonPath path, JsonObject object, Way way, String text) {
    private static final Set<String> ROUTERS = Set.of("routers", "3");

    /// What takes it.
    public enum Way {
        /// A key that is there for it.
        KEY,
        /// A route to all addresses of a family, or to the lower or upper half of them.
        ROUTE,
        /// Whatever router a DHCP server names, if it names one.
        DHCP_SERVER
    }

    /// All that its config asks for, in no order.
    public static List<DefaultRouteUse> of(CniConfig.Plugin plugin) {
        JsonPath path = plugin.path();
        JsonObject object = plugin.object();
        Stream<DefaultRouteUse> own = switch (plugin.type()) {
            case "bridge", "cnv-bridge" -> flag(plugin, "isDefaultGateway");
            case "route-override" ->
                Stream.of(flag(plugin, "flushroutes"), flag(plugin, "flushgateway"), routes(path, object, "addroutes"))
                        .flatMap(found -> found);
            case "ovn-k8s-cni-overlay" -> gateways(plugin);
            default -> Stream.empty();
        };
        Stream<DefaultRouteUse> ipam = GoFields.object(object, "ipam").stream()
                .flatMap(addresses -> Stream.concat(
                        routes(path.child("ipam"), addresses, "routes"), dhcp(path.child("ipam"), addresses)));
        return Stream.concat(own, ipam).toList();
    }

    private static Stream<DefaultRouteUse> flag(CniConfig.Plugin plugin, String key) {
        return GoFields.isTrue(plugin.object(), key) ? key(plugin, key) : Stream.empty();
    }

    private static Stream<DefaultRouteUse> gateways(CniConfig.Plugin plugin) {
        String key = "defaultGatewayIPs";
        return GoFields.text(plugin.object(), key).isEmpty() ? Stream.empty() : key(plugin, key);
    }

    private static Stream<DefaultRouteUse> key(CniConfig.Plugin plugin, String key) {
        return Stream.of(new DefaultRouteUse(plugin.path(), plugin.object(), Way.KEY, key));
    }

    private static Stream<DefaultRouteUse> routes(JsonPath path, JsonObject object, String key) {
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
        return IpSubnet.parse(GoFields.text(route, "dst"))
                .filter(destination -> destination.prefix() <= 1)
                .isPresent();
    }

    private static Stream<DefaultRouteUse> dhcp(JsonPath path, JsonObject ipam) {
        return GoFields.text(ipam, "type").equals("dhcp") && !skipsRouters(ipam)
                ? Stream.of(new DefaultRouteUse(path, ipam, Way.DHCP_SERVER, ""))
                : Stream.empty();
    }

    private static boolean skipsRouters(JsonObject ipam) {
        return GoFields.list(ipam, "request").stream()
                .flatMap(requests -> requests.elements().stream())
                .anyMatch(request -> request instanceof JsonObject option
                        && GoFields.isTrue(option, "skipDefault")
                        && ROUTERS.contains(GoFields.text(option, "option")));
    }
}
