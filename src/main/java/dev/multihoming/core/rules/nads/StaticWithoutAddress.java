package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#static. Only warns: a pod can bring addresses with it.
@RuleCard(
        code = "MH247",
        name = "static-without-address",
        summary = "A network uses the IPAM plugin static without an address.",
        requirement = "without an address in the network, each pod must ask for one",
        why = """
                `static` assigns the addresses in the network or in the pod's selection. If the network has none, \
                a pod that selects it without `ips` stays in ContainerCreating ("IPAM plugin returned missing IP \
                config"). A network that declares the capability `ips` declares that its pods request their \
                addresses.""",
        remedy =
                "Write `addresses`, or declare the capability `ips`, and write `ips` with a prefix length in each selection.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class StaticWithoutAddress implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> KnownPlugins.of(plugin).isPresent()
                        && Addressing.lacksAddresses(plugin)
                        && !expectsAddresses(plugin))
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static boolean expectsAddresses(CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "capabilities")
                .filter(capabilities -> GoFields.isTrue(capabilities, "ips"))
                .isPresent();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "ipam").stream()
                .map(ipam -> new Violation(
                        config.location(plugin.path().child("ipam"), ipam.start()),
                        "the IPAM plugin %s has no addresses, and a pod without \"ips\" never starts"
                                .formatted(Quoted.of(GoFields.text(ipam, "type"))),
                        "Write \"addresses\", or declare the capability \"ips\" and have each pod ask for one"));
    }
}
