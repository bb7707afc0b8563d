package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PodLinkUse;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// See node-behavior.md#macvlan, #ipvlan, #vlan, #bond: the networks that are built on interfaces of the pod
/// itself.
@RuleCard(
        code = "MH225",
        name = "eth0-taken-by-network",
        summary = "A network uses the pod's eth0 as its link, or adds it to a bond.",
        requirement = "eth0 belongs to the cluster's default network",
        why = """
                A bond takes over its links: if `eth0` is one of them, the pod loses the interface that the \
                kubelet, probes and services use. A macvlan, ipvlan or vlan with `linkInContainer` on `eth0` sends \
                its own frames on the cluster's network and bypasses its network policies. Without `master`, \
                macvlan and ipvlan use the interface of the default route, which is `eth0`.""",
        remedy = "Name an additional interface of the pod, such as `net1`.",
        since = "0.1.0")
public final class Eth0TakenByNetwork implements ConfigRule {
    private static final String ETH0 = "eth0";

    @Override
    public List<Violation> find(ParsedConfig config) {
        return judge(config).toList();
    }

    private static Stream<Violation> judge(ParsedConfig config) {
        return IntStream.range(0, config.plugins().size()).boxed().flatMap(i -> {
            CniConfig.Plugin plugin = config.plugins().get(i);
            return KnownPlugins.of(plugin)
                    .flatMap(known -> known.podLinks(plugin.object(), i == 0).stream()
                            .filter(use -> use.name().equals(ETH0))
                            .findFirst())
                    .map(use -> found(config, plugin, fact(use)))
                    .stream();
        });
    }

    private static String fact(PodLinkUse use) {
        return switch (use.how()) {
            case LINKS -> "its \"links\" have eth0";
            case MASTER -> "its \"master\" is the pod's eth0";
            case DEFAULT_MASTER -> "\"linkInContainer\" without \"master\" means the pod's eth0";
        };
    }

    private static Violation found(ParsedConfig config, CniConfig.Plugin plugin, String fact) {
        return new Violation(
                config.location(plugin.path(), plugin.object().start()),
                fact,
                "Name an additional interface of the pod, such as \"net1\"");
    }
}
