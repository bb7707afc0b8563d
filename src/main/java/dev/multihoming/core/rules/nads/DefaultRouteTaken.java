package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.DefaultRouteUse;
import dev.multihoming.core.plugins.DelegateUse;
import dev.multihoming.core.plugins.SbrPlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#default-route.
@RuleCard(
        code = "MH224",
        name = "default-route-taken",
        summary = "A network takes the default route away from eth0, or half of it.",
        requirement = "eth0 should keep the default route",
        why = """
                A default gateway or default route on an additional network takes precedence over that of eth0. \
                Traffic to the cluster's services or the internet then leaves through the additional network and \
                bypasses the cluster's network policies. Routes to halves or quarters of all addresses, or to the \
                cluster's own ranges, have the same effect, and so has a DHCP server that sends a router.""",
        remedy = """
                Write routes only to networks that are reached through this one, and remove the key in the \
                message. Keep it if this network should carry the pod's outgoing traffic.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class DefaultRouteTaken implements Rule<Nad> {
    /// What it does in every cluster.
    private static final ConfigRule OF_CONFIG =
            config -> uses(config).map(use -> observe(config, use)).toList();

    private static final String NARROWER = "Write routes only to what is behind this network";

    @Override
    public List<Violation> find(Nad nad, Context context) {
        List<IpSubnet> cluster = clusterRanges(context);
        return ParsedConfig.of(nad, context)
                .map(config -> cluster.isEmpty()
                        ? config.violationsOf(OF_CONFIG)
                        : Stream.concat(config.violationsOf(OF_CONFIG).stream(), toCluster(config, cluster))
                                .toList())
                .orElse(List.of());
    }

    private static List<IpSubnet> clusterRanges(Context context) {
        Collection<String> ranges = context.settings().networks().clusterRanges();
        return ranges.isEmpty()
                ? List.of()
                : ranges.stream()
                        .sorted()
                        .flatMap(range -> IpSubnet.parse(range).stream())
                        .toList();
    }

    /// A route to a part of the cluster's ranges, or to all of one.
    private static Stream<Violation> toCluster(ParsedConfig config, List<IpSubnet> cluster) {
        if (config.plugins().stream().anyMatch(SbrPlugin::is)) {
            return Stream.empty();
        }
        return config.plugins().stream()
                .flatMap(plugin -> GoFields.object(plugin.object(), "ipam").stream()
                        .flatMap(ipam -> IpamRoute.of(plugin.path().child("ipam"), ipam).stream()))
                .filter(IpamRoute::isInMainTable)
                .flatMap(route -> cluster.stream()
                        .filter(range -> range.contains(route.destination().network())
                                && range.prefix() <= route.destination().prefix())
                        .limit(1)
                        .map(range -> new Violation(
                                config.location(route.path(), route.object().start()),
                                "the route to %s takes addresses of the cluster's range %s/%d from eth0"
                                        .formatted(route.text(), range.network(), range.prefix()),
                                NARROWER)));
    }

    private static Stream<DefaultRouteUse> uses(ParsedConfig config) {
        return Stream.concat(
                DefaultRouteUse.of(config.plugins()).stream(),
                config.plugins().stream()
                        .flatMap(plugin -> DelegateUse.of(plugin).stream())
                        .flatMap(delegate -> DefaultRouteUse.of(delegate).stream()));
    }

    private static Violation observe(ParsedConfig config, DefaultRouteUse use) {
        return new Violation(config.location(use.path(), use.object().start()), fact(use), remedy(use));
    }

    private static String fact(DefaultRouteUse use) {
        return switch (use.way()) {
            case KEY, GATEWAY -> Quoted.of(use.text()) + " changes the pod's default route";
            case ROUTE -> "the route to " + Quoted.of(use.text()) + " goes before eth0's";
            case ROUTES -> "%s routes together lead to half of all addresses or more".formatted(use.text());
            case DHCP_SERVER -> "a router that the DHCP server names becomes the pod's default route";
        };
    }

    private static String remedy(DefaultRouteUse use) {
        return switch (use.way()) {
            case KEY, GATEWAY -> "Remove " + Quoted.of(use.text());
            case ROUTE, ROUTES -> NARROWER;
            case DHCP_SERVER -> "Add \"request\": [{\"skipDefault\": true, \"option\": \"routers\"}] to go without";
        };
    }
}
