package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;

/// See node-behavior.md#chained-plugins. Only the first plugin has none before it.
@RuleCard(
        code = "MH217",
        name = "unchained-plugin",
        summary = "A plugin that changes another plugin's interface is first in the list, or alone.",
        requirement = "the plugin fails without one before it, for every pod that attaches",
        why = """
                `tuning`, `sbr`, `vrf`, `portmap`, `bandwidth`, `firewall` and `route-override` create no \
                interface: they change the interface of the plugin before them, and fail if there is none.""",
        remedy = "Write a list: `plugins: [bridge, tuning]`, with the plugin that creates the interface first.",
        since = "0.1.0")
public final class UnchainedPlugin implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().isEmpty()
                ? List.of()
                : judge(config, config.plugins().getFirst());
    }

    private static List<Violation> judge(ParsedConfig config, CniConfig.Plugin first) {
        boolean unchained = KnownPlugins.isChained(first);
        return unchained
                ? List.of(new Violation(
                        config.location(first.path(), first.object().start()),
                        "the plugin %s has none before it".formatted(Quoted.of(first.type())),
                        "Write the plugin that makes the interface first, in \"plugins\""))
                : List.of();
    }
}
