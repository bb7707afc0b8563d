package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#how-plugins-read-their-config, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH216",
        name = "missing-config-field",
        summary = "A plugin lacks a required field.",
        requirement = "the plugin fails without it, for every pod that attaches",
        why = """
                A `vlan` without `master`, a `vrf` without `vrfname`, a `bond` without `miimon`, a `dummy`, `ptp` \
                or `ipvlan` without `ipam`, `host-local` without any range: the plugin fails when the pod starts, \
                and the pod stays in ContainerCreating.""",
        remedy = "Add the field that the message names.",
        since = "0.1.0")
public final class MissingConfigField implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return Stream.concat(
                        config.known().stream()
                                .filter(MissingConfigField::hasRequirements)
                                .flatMap(object -> judge(config, object)),
                        withoutAddresses(config))
                .toList();
    }

    /// Behind another plugin it can have that one's addresses.
    private static Stream<Violation> withoutAddresses(ParsedConfig config) {
        return config.plugins().stream()
                .limit(1)
                .filter(plugin -> KnownPlugins.of(plugin)
                        .filter(known -> known.ipam() == IpamNeed.REQUIRED_UNLESS_CHAINED)
                        .isPresent())
                .flatMap(
                        plugin -> Requirement.always("ipam", "type")
                                .violation(plugin.path(), plugin.object(), reader(plugin.object()))
                                .stream())
                .map(config::violation);
    }

    private static String reader(JsonObject plugin) {
        return "the " + Quoted.of(GoFields.text(plugin, "type")) + " plugin";
    }

    private static boolean hasRequirements(KnownObject known) {
        return known.plugin().filter(spec -> !spec.requirements().isEmpty()).isPresent();
    }

    private static Stream<Violation> judge(ParsedConfig config, KnownObject known) {
        return known.plugin().stream()
                .flatMap(spec -> spec.requirements().stream())
                .flatMap(requirement ->
                        requirement.violation(known.path(), known.object(), reader(known.object())).stream())
                .map(config::violation);
    }
}
