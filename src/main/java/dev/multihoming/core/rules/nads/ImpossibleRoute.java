package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.AssignedAddress;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.DefaultRouteUse;
import dev.multihoming.core.plugins.InterfacePlugin;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
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
        summary = "The kernel rejects a route of a network.",
        requirement = "the kernel must take every route, or every pod that attaches fails",
        why = """
                A plugin adds the routes of `ipam.routes` one by one to the pod's interface, and the attachment \
                fails at the first one that the kernel rejects. The kernel rejects a gateway that none of the \
                interface's addresses reaches, the broadcast address of their subnet, a gateway of another family \
                than the destination, a gateway together with the scope `link` (253), and a route that exists \
                already. Routes without `gw` use the gateway of the range. `isDefaultGateway` adds a default route \
                beside one in `routes` that has no `gw`.""",
        remedy = "Write a gateway in the subnet of the network's addresses, and each route once.",
        since = "0.1.0")
public final class ImpossibleRoute implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(config.plugins().stream().flatMap(ImpossibleRoute::judge));
    }

    private static Stream<SchemaViolation> judge(CniConfig.Plugin plugin) {
        Optional<CniPlugin> setsRoutes = KnownPlugins.of(plugin)
                .filter(known -> known instanceof InterfacePlugin && known.ipam() != IpamNeed.ASSIGNS_ITSELF);
        JsonPath path = plugin.path().child("ipam");
        return GoFields.object(plugin.object(), "ipam").filter(_ -> setsRoutes.isPresent()).stream()
                .filter(ipam -> GoFields.list(ipam, "routes").isPresent())
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .flatMap(known -> judge(plugin, known.assigned(ipam), IpamRoute.of(path, ipam)).stream()));
    }

    private static List<SchemaViolation> judge(
            CniConfig.Plugin plugin, List<AssignedAddress> addresses, List<IpamRoute> routes) {
        List<SchemaViolation> violations = new ArrayList<>();
        Reach reach = new Reach(addresses);
        Set<String> seen = new HashSet<>();
        for (IpamRoute route : routes) {
            Optional<IpAddress> gateway = reach.gateway(route);
            fault(route, gateway, reach)
                    .or(() -> seen.add(route.identity(gateway)) ? Optional.empty() : Optional.of(twice(route)))
                    .or(() -> addedBeside(route, plugin, addresses))
                    .ifPresent(violations::add);
            reach.pass(route, gateway);
        }
        return violations;
    }

    private static SchemaViolation twice(IpamRoute route) {
        return violation(route, "the route to %s stands twice", "Remove one of the two");
    }

    private static Optional<SchemaViolation> fault(IpamRoute route, Optional<IpAddress> gateway, Reach reach) {
        if (route.gateway().filter(own -> own.bits() != route.family()).isPresent()) {
            return Optional.of(violation(
                    route,
                    "the route to %s has a gateway of another family",
                    "Write a gateway of the destination's family"));
        }
        if (route.isOnLink() && gateway.isPresent()) {
            return Optional.of(violation(
                    route,
                    "the route to %s has the scope of a link and the gateway " + gateway.get(),
                    route.gateway().isPresent()
                            ? "Remove \"gw\" or \"scope\""
                            : "Remove \"scope\": a route without \"gw\" takes the range's gateway"));
        }
        if (route.isNowhere()) {
            return Optional.of(
                    violation(route, "the route to %s has the scope 255, which leads nowhere", "Remove \"scope\""));
        }
        return gateway.flatMap(reach::fault)
                .map(fault -> violation(
                        route,
                        "the route to %s has the gateway " + gateway.get() + ", " + fault,
                        "Write a gateway in the subnet of the network's addresses"));
    }

    /// bridge.go, `calcGateways`: only a default route with a gateway of its own keeps the plugin from adding one.
    private static Optional<SchemaViolation> addedBeside(
            IpamRoute route, CniConfig.Plugin plugin, List<AssignedAddress> addresses) {
        boolean added =
                route.isPlainDefault() && addresses.stream().anyMatch(address -> address.family() == route.family());
        return DefaultRouteUse.of(plugin).stream()
                .filter(use -> added && use.way() == DefaultRouteUse.Way.GATEWAY)
                .findFirst()
                .map(use -> violation(
                        route, "the route to %s stands twice, since \"" + use.text() + "\" adds it too", "Remove it"));
    }

    private static SchemaViolation violation(IpamRoute route, String fact, String remedy) {
        return new SchemaViolation(
                SchemaViolation.Kind.COMBINATION,
                route.path(),
                route.object().start(),
                fact.formatted(route.text()),
                remedy);
    }

    /// What the interface reaches while its routes are set.
    private static final class Reach {
        private static final int SHORTEST_WITHOUT_BROADCAST = 31;

        private final List<AssignedAddress> addresses;
        private final List<IpSubnet> onLink = new ArrayList<>();

        /// @param addresses empty where they are not known
        Reach(List<AssignedAddress> addresses) {
            this.addresses = addresses;
        }

        /// The one that the plugin hands to the kernel, which takes 0.0.0.0 for none.
        Optional<IpAddress> gateway(IpamRoute route) {
            Optional<IpAddress> ofRange = addresses.stream()
                    .flatMap(address -> address.gateway().stream())
                    .filter(gateway -> gateway.bits() == route.family())
                    .findFirst();
            return route.gateway()
                    .or(() -> ofRange)
                    .filter(gateway ->
                            gateway.bits() != Integer.SIZE || gateway.value().signum() != 0);
        }

        /// Why the kernel refuses the gateway, as a clause; empty where it does not.
        Optional<String> fault(IpAddress gateway) {
            if (addresses.isEmpty() || gateway.isLinkLocal() || contains(onLink, gateway)) {
                return Optional.empty();
            }
            List<IpSubnet> around = addresses.stream()
                    .map(AssignedAddress::subnet)
                    .filter(subnet -> subnet.contains(gateway))
                    .toList();
            if (around.isEmpty()) {
                return Optional.of("which no address of the network reaches");
            }
            return around.stream().allMatch(subnet -> isBroadcast(gateway, subnet))
                    ? Optional.of("which is the broadcast address of its subnet")
                    : Optional.empty();
        }

        /// A route without a gateway makes its destination a neighbour; of IPv4 only with the scope of a link.
        void pass(IpamRoute route, Optional<IpAddress> gateway) {
            if (gateway.isEmpty() && (!route.isIpv4() || route.isOnLink())) {
                onLink.add(route.destination());
            }
        }

        private static boolean contains(List<IpSubnet> subnets, IpAddress address) {
            return subnets.stream().anyMatch(subnet -> subnet.contains(address));
        }

        private static boolean isBroadcast(IpAddress address, IpSubnet subnet) {
            return address.bits() == Integer.SIZE
                    && subnet.prefix() < SHORTEST_WITHOUT_BROADCAST
                    && address.equals(subnet.last());
        }
    }
}
