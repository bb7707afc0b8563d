package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// See node-behavior.md#default-route.
@RuleCard(
        code = "MH118",
        name = "default-route-requested",
        summary = "A pod requests its default route through an additional network.",
        requirement = "eth0 should keep the default route",
        why = """
                `default-route` moves the pod's default route to that network. Traffic to the cluster's services \
                or the internet then leaves through it and bypasses the cluster's network policies. Replies to \
                traffic from eth0 may take another path. Multus 4.3 moves only the IPv6 default route: the IPv4 \
                one stays on eth0, and none is added. Other versions of Multus move both.""",
        remedy =
                "Leave `default-route` out. Keep it if the additional network should carry the pod's outgoing traffic.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class DefaultRouteRequested implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.DEFAULT_ROUTES)) {
            return List.of();
        }
        return Violation.ofEach(
                SelectedNetworks.judged(pod, context, NetworkSelection::defaultRoutes),
                item -> !item.defaultRoutes().isEmpty(),
                item -> new Violation(
                        SelectedNetworks.placeOf(item, pod), fact(item), "Remove it to keep eth0's on every version"));
    }

    private static String fact(NetworkSelection item) {
        boolean movesIpv6 = item.defaultRoutes().stream().anyMatch(gateway -> !gateway.isIpv4());
        String network = "network " + Quoted.of(item.name());
        return movesIpv6
                ? "\"default-route\" takes the IPv6 default route from eth0 to " + network
                : "\"default-route\" asks for the IPv4 default route through %s, and Multus 4.3 leaves it on eth0"
                        .formatted(network);
    }
}
