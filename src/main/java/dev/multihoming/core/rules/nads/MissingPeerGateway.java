package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.plugins.AddressModel;
import dev.multihoming.core.plugins.AssignedAddress;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// See node-behavior.md#dummy-and-ptp. Only of fixed addresses: the node's own configuration may have the gateway of a
/// pool.
@RuleCard(
        code = "MH245",
        name = "missing-peer-gateway",
        summary = "A point-to-point network has an address without a gateway of its own.",
        requirement = "a point-to-point link needs a gateway for each address, and another one for each",
        why = """
                `ptp` sets the gateway of each address on the node's end of the link, and routes the address's \
                subnet through it. Without a gateway, with one gateway for two addresses, or with a single IPv4 \
                address (`/32`), the kernel rejects a route, and every attachment fails.""",
        remedy = "Write a `gateway` beside each address.",
        since = "0.1.0")
public final class MissingPeerGateway implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> KnownPlugins.of(plugin)
                        .filter(CniPlugin::routesThroughGateways)
                        .isPresent())
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        Set<IpAddress> taken = new HashSet<>();
        return GoFields.object(plugin.object(), "ipam").stream()
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .filter(known -> known.addresses() instanceof AddressModel.Fixed)
                        .flatMap(known -> known.assigned(ipam).stream())
                        .flatMap(address -> fault(address, taken).stream())
                        .map(fact -> new Violation(
                                config.location(plugin.path().child("ipam"), ipam.start()),
                                "%s, and %s routes each subnet through a gateway of its own"
                                        .formatted(fact, Quoted.of(plugin.type())),
                                "Write a \"gateway\" of the address's subnet beside each address, and each once")));
    }

    private static Optional<String> fault(AssignedAddress address, Set<IpAddress> taken) {
        String written = address.subnet().address() + "/" + address.subnet().prefix();
        if (address.gateway().isEmpty()) {
            return Optional.of("the address " + written + " has no gateway");
        }
        if (address.family() == Integer.SIZE && address.subnet().prefix() == Integer.SIZE) {
            return Optional.of("the address " + written + " is alone in its subnet");
        }
        return taken.add(address.gateway().get())
                ? Optional.empty()
                : Optional.of(
                        "two addresses have the gateway " + address.gateway().get());
    }
}
