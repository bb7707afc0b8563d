package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.InterfacePlugin;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.subject.Nad;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#routes.
@RuleCard(
        code = "MH238",
        name = "impossible-route",
        summary = "The kernel refuses a route of a network.",
        requirement = "the kernel must take every route, or every pod that attaches fails",
        why = """
                A plugin sets the routes of `ipam.routes` one by one on the pod's interface, and the first one that the kernel refuses \
                ends the attach. The kernel refuses a gateway that none of the interface's addresses reaches, a gateway of another \
                family than the destination, a gateway together with the scope `link` (253), and a route that is there already. Routes \
                without `gw` take the gateway of the range.""",
        remedy = "Write a gateway in the subnet of the network's addresses, and each route once.",
        since = "0.1.0")
public final class ImpossibleRoute implements Rule<Nad> {
    private static final IpSubnet LINK_LOCAL = IpSubnet.parse("fe80::/10").orElseThrow();

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> config.violations(config.plugins().stream().flatMap(ImpossibleRoute::judge)))
                .orElse(List.of());
    }

    private static Stream<SchemaViolation> judge(CniConfig.Plugin plugin) {
        boolean setsRoutes = KnownPlugins.of(plugin)
                .filter(known -> known instanceof InterfacePlugin && known.ipam() != IpamNeed.ASSIGNS_ITSELF)
                .isPresent();
        return GoFields.object(plugin.object(), "ipam").filter(_ -> setsRoutes).stream()
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .flatMap(known -> judge(known, ipam, plugin.path().child("ipam")).stream()));
    }

    private static List<SchemaViolation> judge(IpamPlugin plugin, JsonObject ipam, JsonPath path) {
        List<IpamRoute> routes = IpamRoute.of(path, ipam);
        if (routes.isEmpty()) {
            return List.of();
        }
        List<SchemaViolation> violations = new ArrayList<>();
        Optional<List<IpSubnet>> subnets = subnets(plugin, ipam);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            IpamRoute route = routes.get(i);
            List<IpamRoute> before = routes.subList(0, i);
            Optional<IpAddress> gateway = route.gateway().or(() -> plugin.gateway(ipam, route.family()));
            fault(route, gateway, subnets, before)
                    .or(() -> seen.add(route.identity(gateway))
                            ? Optional.empty()
                            : violation(route, "the route to %s stands twice", "Remove one of the two"))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    /// Of the addresses that a pod gets; empty where only the node knows one of them.
    private static Optional<List<IpSubnet>> subnets(IpamPlugin plugin, JsonObject ipam) {
        List<Optional<IpSubnet>> assigned = plugin.assigned(ipam)
                .map(text -> IpSubnet.parse(text.substring(text.indexOf('-') + 1)))
                .toList();
        return assigned.isEmpty() || assigned.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(assigned.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<SchemaViolation> fault(
            IpamRoute route, Optional<IpAddress> gateway, Optional<List<IpSubnet>> subnets, List<IpamRoute> before) {
        if (route.gateway().filter(own -> own.bits() != route.family()).isPresent()) {
            return violation(
                    route,
                    "the route to %s has a gateway of another family",
                    "Write a gateway of the destination's family");
        }
        if (route.isOnLink() && gateway.isPresent()) {
            return violation(
                    route,
                    "the route to %s has the scope of a link and the gateway " + gateway.get(),
                    route.gateway().isPresent()
                            ? "Remove \"gw\" or \"scope\""
                            : "Remove \"scope\": a route without \"gw\" takes the range's gateway");
        }
        boolean unreachable = route.gateway()
                .filter(own -> subnets.isPresent() && !isReached(own, subnets.get(), before))
                .isPresent();
        return unreachable
                ? violation(
                        route,
                        "the route to %s has a gateway that no address of the network reaches",
                        "Write a gateway in the subnet of the network's addresses")
                : Optional.empty();
    }

    /// By an address's subnet, or by a route that stands before it.
    private static boolean isReached(IpAddress gateway, List<IpSubnet> subnets, List<IpamRoute> before) {
        return LINK_LOCAL.contains(gateway)
                || subnets.stream().anyMatch(subnet -> subnet.contains(gateway))
                || before.stream().anyMatch(route -> route.destination().contains(gateway));
    }

    private static Optional<SchemaViolation> violation(IpamRoute route, String fact, String remedy) {
        return Optional.of(new SchemaViolation(
                SchemaViolation.Kind.COMBINATION,
                route.path(),
                route.object().start(),
                fact.formatted(route.text()),
                remedy));
    }
}
