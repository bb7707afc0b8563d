package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.BondPlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Facts C4, C5, C6, C14: the networks that are built on interfaces of the pod itself.
@RuleCard(
        code = "MH225",
        name = "eth0-taken-by-network",
        summary = "A network would build on the pod's eth0, or take it into a bond.",
        law = "eth0 belongs to the cluster's default network",
        why = """
                A bond takes its links over: with `eth0` among them the pod loses the interface that the kubelet, probes and services \
                use. A macvlan, ipvlan or vlan with `linkInContainer` on `eth0` sends frames of its own on the cluster's network, past \
                its network policies. Without `master`, macvlan and ipvlan take the interface of the default route, which is `eth0`.""",
        remedy = "Name an additional interface of the pod, such as `net1`.",
        since = "0.1.0")
public final class Eth0TakenByNetwork implements Rule<Nad> {
    private static final String ETH0 = "eth0";
    private static final Set<String> BUILDERS = Set.of("bond", "macvlan", "ipvlan", "vlan");

    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context).filter(Eth0TakenByNetwork::mayBuildOnThePod).stream()
                .flatMap(config -> IntStream.range(0, config.plugins().size())
                        .mapToObj(i -> judge(config, config.plugins().get(i), i == 0))
                        .flatMap(Optional::stream))
                .toList();
    }

    private static boolean mayBuildOnThePod(JudgedConfig config) {
        for (CniConfig.Plugin plugin : config.plugins()) {
            if (BUILDERS.contains(plugin.type())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Observation> judge(JudgedConfig config, CniConfig.Plugin plugin, boolean first) {
        return switch (plugin.type()) {
            case "bond" ->
                BondPlugin.links(plugin.object()).anyMatch(ETH0::equals)
                        ? found(config, plugin, "its \"links\" have eth0")
                        : Optional.empty();
            case "macvlan" -> onLink(config, plugin, true);
            // Behind another plugin it takes that one's interface.
            case "ipvlan" -> onLink(config, plugin, first);
            case "vlan" -> onLink(config, plugin, false);
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> onLink(JudgedConfig config, CniConfig.Plugin plugin, boolean hasDefault) {
        if (!GoFields.isTrue(plugin.object(), "linkInContainer")) {
            return Optional.empty();
        }
        return switch (GoFields.text(plugin.object(), "master")) {
            case ETH0 -> found(config, plugin, "its \"master\" is the pod's eth0");
            case "" ->
                hasDefault
                        ? found(config, plugin, "\"linkInContainer\" without \"master\" means the pod's eth0")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> found(JudgedConfig config, CniConfig.Plugin plugin, String fact) {
        return Optional.of(new Observation(
                config.place(plugin.path(), plugin.object().start()),
                fact,
                "Name an additional interface of the pod, such as \"net1\""));
    }
}
