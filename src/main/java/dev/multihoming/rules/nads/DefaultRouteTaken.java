package dev.multihoming.rules.nads;

import dev.multihoming.json.GoFields;
import dev.multihoming.json.JsonArray;
import dev.multihoming.json.JsonObject;
import dev.multihoming.json.JsonPath;
import dev.multihoming.json.Quoted;
import dev.multihoming.multus.CniConfig;
import dev.multihoming.multus.IpSubnet;
import dev.multihoming.review.Context;
import dev.multihoming.review.Mode;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.Nad;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Facts A7 (RIG 126 to 128).
@RuleCard(
        code = "MH224",
        name = "default-route-taken",
        summary = "A network takes the default route away from eth0, or half of it.",
        law = "eth0 should keep the default route",
        why = """
                A gateway or a route to everywhere on an additional network stands in front of eth0's. What the pod sends to the cluster's \
                services or the internet then leaves through the additional network, past the cluster's network policies. Two routes \
                to half of all addresses do the same more quietly, and so does a DHCP server that names a router.""",
        remedy =
                "Write routes only to the networks that are behind this one. Leave it where the network is meant to be the way out.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class DefaultRouteTaken implements Rule<Nad> {
    private static final String NARROWER = "Write routes only to what is behind this network";
    private static final Set<String> ROUTERS = Set.of("routers", "3");

    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context).stream()
                .flatMap(config -> config.plugins().stream().flatMap(plugin -> judge(config, plugin)))
                .toList();
    }

    private static Stream<Observation> judge(JudgedConfig config, CniConfig.Plugin plugin) {
        JsonObject object = plugin.object();
        Stream<Observation> own = switch (plugin.type()) {
            case "bridge", "cnv-bridge" -> flag(config, plugin, "isDefaultGateway");
            case "route-override" ->
                Stream.of(
                                flag(config, plugin, "flushroutes"),
                                flag(config, plugin, "flushgateway"),
                                routes(config, plugin.path(), object, "addroutes"))
                        .flatMap(found -> found);
            case OvnNetwork.TYPE -> gateways(config, plugin);
            default -> Stream.empty();
        };
        Stream<Observation> ipam = GoFields.object(object, "ipam").stream()
                .flatMap(addresses -> Stream.concat(
                        routes(config, plugin.path().child("ipam"), addresses, "routes"),
                        dhcp(config, plugin.path().child("ipam"), addresses)));
        return Stream.concat(own, ipam);
    }

    private static Stream<Observation> flag(JudgedConfig config, CniConfig.Plugin plugin, String key) {
        return GoFields.isTrue(plugin.object(), key)
                ? Stream.of(observe(
                        config, plugin.path(), plugin.object(), Quoted.of(key) + " changes the pod's default route"))
                : Stream.empty();
    }

    private static Stream<Observation> gateways(JudgedConfig config, CniConfig.Plugin plugin) {
        return GoFields.text(plugin.object(), "defaultGatewayIPs").isEmpty()
                ? Stream.empty()
                : Stream.of(observe(
                        config,
                        plugin.path(),
                        plugin.object(),
                        "\"defaultGatewayIPs\" changes the pod's default route"));
    }

    private static Stream<Observation> routes(JudgedConfig config, JsonPath path, JsonObject object, String key) {
        JsonArray routes = GoFields.list(object, key).orElse(null);
        if (routes == null) {
            return Stream.empty();
        }
        return IntStream.range(0, routes.elements().size())
                .filter(i -> routes.elements().get(i) instanceof JsonObject route && isToEverywhere(route))
                .mapToObj(i -> {
                    JsonObject route = (JsonObject) routes.elements().get(i);
                    String destination = Quoted.of(GoFields.text(route, "dst"));
                    return observe(
                            config,
                            path.child(key).child(i),
                            route,
                            "the route to " + destination + " goes before eth0's");
                });
    }

    /// All addresses of a family, or the lower or upper half.
    private static boolean isToEverywhere(JsonObject route) {
        return IpSubnet.parse(GoFields.text(route, "dst"))
                .filter(destination -> destination.prefix() <= 1)
                .isPresent();
    }

    private static Stream<Observation> dhcp(JudgedConfig config, JsonPath path, JsonObject ipam) {
        if (!GoFields.text(ipam, "type").equals("dhcp") || skipsRouters(ipam)) {
            return Stream.empty();
        }
        return Stream.of(new Observation(
                config.place(path, ipam.start()),
                "a router that the DHCP server names becomes the pod's default route",
                "Add \"request\": [{\"skipDefault\": true, \"option\": \"routers\"}] to go without"));
    }

    private static boolean skipsRouters(JsonObject ipam) {
        return GoFields.list(ipam, "request").stream()
                .flatMap(requests -> requests.elements().stream())
                .anyMatch(request -> request instanceof JsonObject option
                        && GoFields.isTrue(option, "skipDefault")
                        && ROUTERS.contains(GoFields.text(option, "option")));
    }

    private static Observation observe(JudgedConfig config, JsonPath path, JsonObject where, String fact) {
        return new Observation(config.place(path, where.start()), fact, NARROWER);
    }
}
