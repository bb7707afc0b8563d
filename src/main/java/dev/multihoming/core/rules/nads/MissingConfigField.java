package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.Requirement;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Observation;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.subject.Nad;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Facts C, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH216",
        name = "missing-config-field",
        summary = "A plugin lacks a field without which it refuses every pod.",
        law = "the plugin fails without it, for every pod that attaches",
        why = """
                A `vlan` without `master`, a `vrf` without `vrfname`, a `bond` without `miimon`, a `dummy` or `ptp` without `ipam`, \
                `host-local` without any range: the plugin ends with an error when the pod starts, and the pod stays in \
                ContainerCreating.""",
        remedy = "Add the field that the message names.",
        since = "0.1.0")
public final class MissingConfigField implements Rule<Nad> {
    @Override
    public List<Observation> find(Nad nad, Context context) {
        return JudgedConfig.of(nad, context)
                .map(config -> KnownObject.allIn(config).stream()
                        .filter(MissingConfigField::hasRequirements)
                        .flatMap(object -> judge(config, object))
                        .toList())
                .orElse(List.of());
    }

    private static boolean hasRequirements(KnownObject known) {
        return known.plugin().filter(spec -> !spec.requirements().isEmpty()).isPresent();
    }

    private static Stream<Observation> judge(JudgedConfig config, KnownObject known) {
        return known.plugin().stream()
                .flatMap(spec -> spec.requirements().stream())
                .filter(requirement -> isBroken(requirement, known.object()))
                .map(requirement -> observe(config, known, requirement));
    }

    private static boolean isBroken(Requirement requirement, JsonObject object) {
        boolean matters = requirement.with().isEmpty() || isSet(object, requirement.with());
        return matters && requirement.anyOf().stream().noneMatch(path -> isSet(object, path));
    }

    private static boolean isSet(JsonObject object, List<String> path) {
        Optional<JsonObject> parent = Optional.of(object);
        for (String key : path.subList(0, path.size() - 1)) {
            parent = parent.flatMap(p -> GoFields.object(p, key));
        }
        return parent.flatMap(p -> GoFields.set(p, path.getLast()))
                .map(JsonMember::value)
                .filter(MissingConfigField::counts)
                .isPresent();
    }

    /// What is no zero value to Go, nor as good as none. A value of the wrong type is MH210's.
    private static boolean counts(Json value) {
        return switch (value) {
            case JsonString text -> !text.value().isEmpty();
            case JsonBoolean flag -> flag.value();
            case JsonNumber number -> new BigDecimal(number.text()).signum() != 0;
            case JsonArray array -> !array.elements().isEmpty();
            case JsonObject object -> !object.members().isEmpty();
            case JsonNull _ -> false;
        };
    }

    private static Observation observe(JudgedConfig config, KnownObject known, Requirement requirement) {
        List<String> names = requirement.anyOf().stream()
                .map(path -> Quoted.of(String.join(".", path)))
                .toList();
        String needed = String.join(" or ", names);
        String absent = names.size() == 1 ? needed : "neither " + names.stream().collect(Collectors.joining(" nor "));
        String type = Quoted.of(GoFields.text(known.object(), "type"));
        return new Observation(
                config.place(known.path(), known.object().start()),
                requirement.with().isEmpty()
                        ? "%s of the %s plugin is %s".formatted(absent, type, names.size() == 1 ? "not set" : "set")
                        : "%s is set, and %s is not".formatted(Quoted.of(String.join(".", requirement.with())), absent),
                remedy(known.object(), requirement));
    }

    /// What is there already, and empty, is told first: a second key beside it would be MH202's.
    private static String remedy(JsonObject object, Requirement requirement) {
        return requirement.anyOf().stream()
                .flatMap(path -> GoKeys.winner(object, path.getFirst()).map(there -> toFill(there, path)).stream())
                .findFirst()
                .orElseGet(() -> "Add "
                        + requirement.anyOf().stream()
                                .map(MissingConfigField::written)
                                .collect(Collectors.joining(" or ")));
    }

    private static String toFill(JsonMember there, List<String> path) {
        String key = Quoted.of(path.getFirst());
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            return "Give " + key + " a value";
        }
        return there.value() instanceof JsonObject inner
                ? GoKeys.winner(inner, rest.getFirst())
                        .map(member -> toFill(member, rest) + " in " + key)
                        .orElseGet(() -> "Add " + written(rest) + " to " + key)
                : "Write " + written(path) + " in place of " + there.value().typeName();
    }

    /// As it is typed: `"ipam": {"type": …}`. A key with a dot in it is nobody's.
    private static String written(List<String> path) {
        String last = Quoted.of(path.getLast());
        return path.size() == 1
                ? last
                : path.subList(0, path.size() - 1).stream()
                                .map(key -> Quoted.of(key) + ": {")
                                .collect(Collectors.joining())
                        + last
                        + ": …"
                        + "}".repeat(path.size() - 1);
    }
}
