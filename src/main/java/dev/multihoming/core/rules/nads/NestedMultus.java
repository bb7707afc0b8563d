package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.ArrayList;
import java.util.List;

/// Looks at every object of the config, whether or not anything runs it today.
/// See node-behavior.md#type-and-plugins, #programs-that-a-config-can-start.
@RuleCard(
        code = "MH206",
        name = "nested-multus",
        summary = "A network's config would run Multus inside Multus.",
        requirement = "a network must not run Multus again",
        why = """
                A plugin, an IPAM plugin or a delegate of type `multus` (or `multus-shim`, its name in the thick \
                deployment) starts Multus with a configuration that the network's author wrote. It can attach \
                other networks, use other namespaces and read files of the node, and bypasses every rule of the \
                cluster.""",
        remedy = """
                Name the plugin that the network needs. To give a pod several networks, select them in the pod's \
                annotation. The platform team can add names to the list of forbidden types.""",
        since = "0.1.0")
public final class NestedMultus implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> judge(config, context))
                .orElse(List.of());
    }

    private static List<Violation> judge(ParsedConfig config, Context context) {
        List<Violation> violations = new ArrayList<>();
        for (LocatedObject located : LocatedObject.allIn(config.document())) {
            for (JsonMember member : located.object().members()) {
                if (GoKeys.foldsTo(member.key(), "type")
                        && member.value() instanceof JsonString(int _, int _, String type)
                        && runsMultus(type, context)) {
                    violations.add(observe(config, located, member, type));
                }
            }
        }
        return violations;
    }

    /// Paths and blanks are refused by MH205 where a type is run; elsewhere it is not known what is made of them.
    static boolean runsMultus(String type, Context context) {
        String program = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('\\')) + 1)
                .strip();
        return context.settings().multus().nestedPluginTypes().stream().anyMatch(program::equalsIgnoreCase);
    }

    private static Violation observe(ParsedConfig config, LocatedObject located, JsonMember member, String type) {
        return new Violation(
                config.location(located.path(), member),
                "the type is " + Quoted.of(type),
                "Name the plugin that this network needs, such as " + PluginExample.at(located.path()));
    }
}
