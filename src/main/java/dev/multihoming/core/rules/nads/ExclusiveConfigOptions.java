package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#bridge, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH211",
        name = "exclusive-config-options",
        summary = "A plugin has two options that exclude each other.",
        requirement = "the plugin refuses the two together, for every pod that attaches",
        why = """
                The bridge plugin cannot set hairpin and promiscuous mode at the same time, and cannot give an \
                address (`ipam.type`) to an interface that `disableContainerInterface` keeps down. The portmap \
                plugin accepts either `markMasqBit` or `externalSetMarkChain`, and the sbr plugin one gateway of each IP \
                family.""",
        remedy = "Remove one of the two.",
        since = "0.1.0")
public final class ExclusiveConfigOptions implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin.type()).stream()
                .flatMap(known -> known.spec().exclusions().stream())
                .flatMap(exclusion -> exclusion.violation(plugin.path(), plugin.object()).stream())
                .map(config::violation);
    }
}
