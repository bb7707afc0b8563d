package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NewInRelease;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// See node-behavior.md#releases-of-the-cni-plugins. Only warns: which release is on the nodes is not known here.
@RuleCard(
        code = "MH252",
        name = "newer-plugin-needed",
        summary = "A network uses what older supported releases of its CNI plugin ignore or refuse.",
        requirement = "all nodes need a release of the CNI plugins that knows it",
        why = """
                The supported releases of the CNI plugins, 1.6.2 to 1.10.0, differ. A release that refuses the \
                config leaves pods in ContainerCreating. A release that ignores a field attaches the pod without what the \
                field asks for: with `portIsolation`, the pod's port is not isolated.""",
        remedy = """
                Look at the release on the nodes (`bridge --version` in the directory of the CNI plugins). Where all have \
                the release that the message names, or a newer one, turn the rule off in a policy.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class NewerPluginNeeded implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin.type()).stream()
                .flatMap(known -> known.newInReleases().stream())
                .filter(feature -> feature.uses().test(plugin.object()))
                .map(feature -> violation(config, plugin, feature));
    }

    private static Violation violation(ParsedConfig config, CniConfig.Plugin plugin, NewInRelease feature) {
        Optional<JsonMember> written = GoFields.set(plugin.object(), feature.key());
        return new Violation(
                config.location(
                        written.map(member -> plugin.path().child(member.key())).orElse(plugin.path()),
                        written.map(member -> member.value().start())
                                .orElse(plugin.object().start())),
                "the plugin %s before release %s %s"
                        .formatted(Quoted.of(plugin.type()), feature.release(), feature.before()),
                "Use CNI plugins %s or newer on all nodes, or %s".formatted(feature.release(), feature.otherwise()));
    }
}
