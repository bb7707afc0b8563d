package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.KubeOvnIpam;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#kube-ovn.
@RuleCard(
        code = "MH244",
        name = "address-of-eth0",
        summary = "An additional network gets the address that eth0 has.",
        requirement = "an additional interface needs an address of its own",
        why = """
                Kube-OVN as the IPAM plugin of another plugin finds the subnet by `provider`, which is the network's name and namespace. \
                Without it, and with `ovn`, Kube-OVN answers with the pod's address on the cluster's network, so that two interfaces of the pod have one \
                address.""",
        remedy = "Write `provider` in `ipam`: the network's name, a dot and its namespace.",
        since = "0.1.0")
public final class AddressOfEth0 implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> config.plugins().stream()
                        .filter(plugin -> KnownPlugins.of(plugin).isPresent())
                        .flatMap(plugin -> judge(config, plugin, nad)))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin, Nad nad) {
        return GoFields.object(plugin.object(), "ipam").filter(KubeOvnIpam::givesAddressOfEth0).stream()
                .map(ipam -> new Violation(
                        config.location(plugin.path().child("ipam"), ipam.start()),
                        "the IPAM plugin %s has %s, and gives the address of eth0"
                                .formatted(Quoted.of(GoFields.text(ipam, "type")), provider(ipam)),
                        "Write \"provider\": " + Quoted.of(nad.displayName() + "." + nad.namespace())));
    }

    private static String provider(JsonObject ipam) {
        String provider = GoFields.text(ipam, "provider");
        return provider.isEmpty() ? "no \"provider\"" : "the \"provider\" " + Quoted.of(provider);
    }
}
