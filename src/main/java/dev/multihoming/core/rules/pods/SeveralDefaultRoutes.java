package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.GoIp;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counted over the whole annotation, each family for itself (node-behavior.md#json-elements).
@RuleCard(
        code = "MH114",
        name = "several-default-routes",
        summary = "The networks of a pod request more than one default route for one IP family.",
        requirement = "a pod has at most one default route for IPv4 and one for IPv6",
        why = """
                `default-route` moves the pod's default route to a network. Multus takes one gateway for IPv4 and one for IPv6 over \
                all networks of the pod; with more, the pod stays in ContainerCreating with "multus does not support ECMP".""",
        remedy = "Keep one gateway of each family in one network, and remove `default-route` from the others.",
        since = "0.1.0")
public final class SeveralDefaultRoutes implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.DEFAULT_ROUTES)) {
            return List.of();
        }
        List<NetworkSelection> items = SelectedNetworks.items(pod, context);
        return Stream.concat(observe(items, "IPv4", GoIp::isIpv4), observe(items, "IPv6", gateway -> !gateway.isIpv4()))
                .toList();
    }

    private static Stream<Violation> observe(List<NetworkSelection> items, String family, Predicate<GoIp> ofFamily) {
        List<NetworkSelection> routed = items.stream()
                .filter(item -> item.defaultRoutes().stream().anyMatch(ofFamily))
                .toList();
        long gateways = routed.stream()
                .flatMap(item -> item.defaultRoutes().stream())
                .filter(ofFamily)
                .count();
        if (gateways <= 1) {
            return Stream.empty();
        }
        String positions =
                routed.stream().map(item -> Integer.toString(item.position())).collect(Collectors.joining(", "));
        return Stream.of(new Violation(
                SelectedNetworks.ANNOTATION,
                "%d gateways in \"default-route\" for %s, in %s %s"
                        .formatted(gateways, family, routed.size() == 1 ? "item" : "items", positions),
                "Keep one of them"));
    }
}
