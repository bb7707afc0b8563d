package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.GoIp;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// See node-behavior.md#default-route.
@RuleCard(
        code = "MH135",
        name = "unreachable-default-route",
        summary = "A pod requests a default route through a gateway that its network cannot reach.",
        requirement = "the gateway of a default route must be in a subnet of the network",
        why = """
                Multus adds the route to the interface after the plugins have set its addresses. The kernel \
                rejects a gateway that no subnet or route of that interface reaches ("network is unreachable"), \
                and every gateway on a network without addresses. The pod stays in ContainerCreating.""",
        remedy = "Write a gateway of the network's subnet, or remove `default-route`.",
        since = "0.1.0")
public final class UnreachableDefaultRoute implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.DEFAULT_ROUTES)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (JoinedSelection selection :
                JoinedSelection.judged(pod, context, item -> List.of(item.defaultRoutes(), item.ips()))) {
            for (GoIp gateway : selection.item().defaultRoutes()) {
                IpAddress.parse(gateway.text())
                        .flatMap(address -> refusal(selection, address))
                        .map(refusal -> new Violation(
                                selection.location(pod),
                                "the gateway %s of \"default-route\" %s".formatted(Quoted.of(gateway.text()), refusal),
                                "Write a gateway of the network's subnet, or remove \"default-route\""))
                        .ifPresent(violations::add);
            }
        }
        return violations;
    }

    /// `0.0.0.0` and `::` stand for no gateway, and link-local addresses are reached on each interface.
    private static Optional<String> refusal(JoinedSelection selection, IpAddress gateway) {
        Addressing addressing = selection.abilities().addressing();
        if (addressing == null
                || !selection.abilities().keepsRoutes()
                || gateway.value().signum() == 0
                || gateway.isLinkLocal()) {
            return Optional.empty();
        }
        if (addressing.isLayer2()) {
            return Optional.of("is on %s, which gives no addresses".formatted(selection.network()));
        }
        List<IpSubnet> subnets = Stream.concat(
                        addressing.reachable(),
                        selection.item().ips().stream().flatMap(ip -> IpSubnet.parse(ip).stream()))
                .toList();
        return subnets.isEmpty() || subnets.stream().anyMatch(subnet -> subnet.contains(gateway))
                ? Optional.empty()
                : Optional.of("is in no subnet of " + selection.network());
    }
}
