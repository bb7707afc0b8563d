package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#bridge.
@RuleCard(
        code = "MH240",
        name = "several-bridge-gateways",
        summary = "A bridge is to be the gateway of two IPv4 subnets, and holds one address.",
        requirement = "a bridge holds one IPv4 gateway address",
        why = """
                With `isGateway` the plugin puts the gateway of each of the pod's addresses on the bridge. It refuses a second IPv4 address \
                there ("already has an IP address different from …"), so the first pod fails.""",
        remedy = "Give addresses of one IPv4 subnet, or remove `isGateway` and route elsewhere.",
        since = "0.1.0")
public final class SeveralBridgeGateways implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> config.plugins().stream()
                        .filter(SeveralBridgeGateways::holdsOneGateway)
                        .flatMap(plugin -> judge(config, plugin))
                        .toList())
                .orElse(List.of());
    }

    private static boolean holdsOneGateway(CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin)
                .filter(known -> known.holdsOneGateway(plugin.object()))
                .isPresent();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        List<String> subnets = GoFields.object(plugin.object(), "ipam").stream()
                .flatMap(ipam ->
                        KnownPlugins.ipam(GoFields.text(ipam, "type")).stream().flatMap(known -> known.assigned(ipam)))
                .flatMap(text -> IpSubnet.parse(text).stream())
                .filter(subnet -> subnet.address().bits() == Integer.SIZE)
                .map(subnet -> subnet.network() + "/" + subnet.prefix())
                .distinct()
                .toList();
        return subnets.size() < 2
                ? Stream.empty()
                : Stream.of(new Violation(
                        config.location(plugin.path(), plugin.object().start()),
                        "the bridge is to be the gateway of " + String.join(" and ", subnets),
                        "Keep one IPv4 subnet, or remove \"isGateway\" and \"isDefaultGateway\""));
    }
}
