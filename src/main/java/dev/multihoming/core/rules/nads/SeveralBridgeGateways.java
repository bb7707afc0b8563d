package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.AssignedAddress;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#bridge.
@RuleCard(
        code = "MH240",
        name = "several-bridge-gateways",
        summary = "A bridge would need two gateway addresses of one IP family, and can have only one.",
        requirement = "a bridge holds one IPv4 gateway address, and one of each IPv6 subnet",
        why = """
                With `isGateway` the plugin puts the gateway of each of the pod's addresses on the bridge. It \
                rejects a second IPv4 address, and a second address of an IPv6 subnet ("already has an IP address \
                different from …"), so the first pod fails.""",
        remedy = "Use addresses with one gateway, or remove `isGateway` and use another router.",
        since = "0.1.0")
public final class SeveralBridgeGateways implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .filter(SeveralBridgeGateways::holdsOneGateway)
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static boolean holdsOneGateway(CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin)
                .filter(known -> known.holdsOneGateway(plugin.object()))
                .isPresent();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        List<IpSubnet> gateways = GoFields.object(plugin.object(), "ipam").stream()
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .flatMap(known -> known.assigned(ipam).stream()))
                .map(SeveralBridgeGateways::gateway)
                .distinct()
                .toList();
        return gateways.stream()
                .filter(gateway -> gateways.stream().anyMatch(other -> excludes(gateway, other)))
                .map(gateway -> gateway.address() + "/" + gateway.prefix())
                .reduce((all, next) -> all + " and " + next)
                .stream()
                .map(both -> new Violation(
                        config.location(plugin.path(), plugin.object().start()),
                        "the bridge is to have the addresses " + both,
                        "Keep one gateway for each family, or remove \"isGateway\" and \"isDefaultGateway\""));
    }

    /// bridge.go, `calcGateways`: where none is written, the first address of the subnet.
    private static IpSubnet gateway(AssignedAddress address) {
        IpSubnet subnet = address.subnet();
        return new IpSubnet(
                address.gateway().orElseGet(() -> subnet.network().next()), subnet.prefix(), subnet.width());
    }

    /// bridge.go, `ensureAddr`: one address of IPv4, and of IPv6 one in each subnet.
    private static boolean excludes(IpSubnet gateway, IpSubnet other) {
        boolean ipv4 = gateway.width() == Integer.SIZE;
        return !gateway.equals(other) && gateway.width() == other.width() && (ipv4 || gateway.overlaps(other));
    }
}
