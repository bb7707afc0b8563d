package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// See node-behavior.md#cnao. Only warns: another installer can bring the same program.
@RuleCard(
        code = "MH248",
        name = "undeployed-plugin",
        summary = "A network needs a CNI plugin that the cluster network addons operator (CNAO) does not deploy.",
        requirement = "the plugin's program must be on each node",
        why = """
                CNAO installs the programs of some plugins on the nodes, but only those whose field is in its \
                object NetworkAddonsConfig. If no other installer provides the program, Multus fails for each pod \
                of the network ("failed to find plugin"), and the pod stays in ContainerCreating.""",
        remedy =
                "Ask the platform team to add the field that the message names to the NetworkAddonsConfig, or use another plugin.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UndeployedPlugin implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        Map<String, String> undeployed = context.cluster().facts().undeployedPlugins();
        if (undeployed.isEmpty()) {
            return List.of();
        }
        return ParsedConfig.of(nad, context).stream()
                .flatMap(config -> config.plugins().stream()
                        .flatMap(plugin -> Optional.ofNullable(undeployed.get(plugin.type()))
                                .map(field -> violation(config, plugin, field))
                                .stream()))
                .toList();
    }

    private static Violation violation(ParsedConfig config, CniConfig.Plugin plugin, String field) {
        return new Violation(
                config.location(plugin.path(), plugin.object().start()),
                "CNAO does not deploy the plugin %s: its NetworkAddonsConfig has no %s"
                        .formatted(Quoted.of(plugin.type()), Quoted.of(field)),
                "Ask the platform team to add \"%s: {}\" to the spec of the NetworkAddonsConfig".formatted(field));
    }
}
