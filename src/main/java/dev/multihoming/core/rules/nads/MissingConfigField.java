package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#how-plugins-read-their-config, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH216",
        name = "missing-config-field",
        summary = "A plugin lacks a field without which it refuses every pod.",
        requirement = "the plugin fails without it, for every pod that attaches",
        why = """
                A `vlan` without `master`, a `vrf` without `vrfname`, a `bond` without `miimon`, a `dummy` or `ptp` without `ipam`, \
                `host-local` without any range: the plugin ends with an error when the pod starts, and the pod stays in \
                ContainerCreating.""",
        remedy = "Add the field that the message names.",
        since = "0.1.0")
public final class MissingConfigField implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> KnownObject.allIn(config).stream()
                        .filter(MissingConfigField::hasRequirements)
                        .flatMap(object -> judge(config, object))
                        .toList())
                .orElse(List.of());
    }

    private static boolean hasRequirements(KnownObject known) {
        return known.plugin().filter(spec -> !spec.requirements().isEmpty()).isPresent();
    }

    private static Stream<Violation> judge(ParsedConfig config, KnownObject known) {
        String reader = "the " + Quoted.of(GoFields.text(known.object(), "type")) + " plugin";
        return known.plugin().stream()
                .flatMap(spec -> spec.requirements().stream())
                .flatMap(requirement -> requirement.violation(known.path(), known.object(), reader).stream())
                .map(config::violation);
    }
}
