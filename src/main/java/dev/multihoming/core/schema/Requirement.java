package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a reader does not work without: one of these fields, each a path of keys, with a string that is not
/// empty, or with anything but a string.
///
/// @param with the field that makes it necessary, a path of keys; empty where it always is
/// @param when for which of its values
/// @param enough which values the needed field may have
public record Requirement(List<List<String>> anyOf, List<String> with, Predicate<Json> when, Predicate<Json> enough) {
    public Requirement {
        with = List.copyOf(with);
        anyOf = anyOf.stream().map(List::copyOf).toList();
    }

    /// Wherever that field counts, one of the others must.
    public Requirement(List<List<String>> anyOf, List<String> with) {
        this(anyOf, with, Requirement::counts, Requirement::counts);
    }

    /// That field, with any value, wherever the other one has any, zero values too.
    public static Requirement withWritten(String field, String needed) {
        return new Requirement(
                List.of(List.of(needed)), List.of(field), Requirement::isWritten, Requirement::isWritten);
    }

    /// That field, with a value that counts, where the other one is that text in any case.
    public static Requirement withText(String field, String text, String needed) {
        return new Requirement(
                List.of(List.of(needed)),
                List.of(field),
                value -> value instanceof JsonString string && string.value().equalsIgnoreCase(text),
                Requirement::counts);
    }

    /// That field, always.
    public static Requirement always(String... path) {
        return new Requirement(List.of(List.of(path)), List.of());
    }

    /// That field, wherever the other one is set: neither `null`, `false`, 0 nor empty.
    public static Requirement with(String field, String needed) {
        return with(List.of(field), needed);
    }

    /// The same for a field further in.
    public static Requirement with(List<String> path, String needed) {
        return new Requirement(List.of(List.of(needed)), path);
    }

    /// Empty unless that object, which stands there, lacks it.
    ///
    /// @param reader whose requirement it is, for a person: `the "vlan" plugin`
    public Optional<SchemaViolation> violation(JsonPath path, JsonObject object, String reader) {
        boolean matters = with.isEmpty() || has(object, with, when);
        if (!matters || anyOf.stream().anyMatch(keys -> has(object, keys, enough))) {
            return Optional.empty();
        }
        return Optional.of(new SchemaViolation(
                SchemaViolation.Kind.MISSING, path, object.start(), fact(object, reader), remedy(object)));
    }

    private static boolean has(JsonObject object, List<String> keys, Predicate<Json> such) {
        return KeyChain.value(object, keys).filter(such).isPresent();
    }

    private static boolean isWritten(Json value) {
        return !(value instanceof JsonNull);
    }

    /// A value of the wrong type is a violation of its own.
    private static boolean counts(Json value) {
        return !value.isZero();
    }

    private String fact(JsonObject object, String reader) {
        List<String> names = anyOf.stream().map(KeyChain::quoted).toList();
        boolean one = names.size() == 1;
        String absent = one ? names.getFirst() : "neither " + String.join(" nor ", names);
        return with.isEmpty()
                ? "%s of %s is %s".formatted(absent, reader, one ? "not set" : "set")
                : "%s is set, and %s is %s"
                        .formatted(KeyChain.quoted(with), absent, one && isZero(object) ? "0" : "not");
    }

    private boolean isZero(JsonObject object) {
        return KeyChain.value(object, anyOf.getFirst())
                .filter(value -> value instanceof JsonNumber number && number.isZero())
                .isPresent();
    }

    /// What is there already, and empty, is told first: a second key beside it would be a repeated one.
    private String remedy(JsonObject object) {
        return anyOf.stream()
                .flatMap(keys -> GoKeys.winner(object, keys.getFirst()).map(there -> toFill(there, keys)).stream())
                .findFirst()
                .orElseGet(
                        () -> "Add " + anyOf.stream().map(Requirement::written).collect(Collectors.joining(" or ")));
    }

    private static String toFill(JsonMember there, List<String> keys) {
        String key = Quoted.of(keys.getFirst());
        List<String> rest = keys.subList(1, keys.size());
        if (rest.isEmpty()) {
            return "Give " + key + " a value";
        }
        return there.value() instanceof JsonObject inner
                ? GoKeys.winner(inner, rest.getFirst())
                        .map(member -> toFill(member, rest) + " in " + key)
                        .orElseGet(() -> "Add " + written(rest) + " to " + key)
                : "Write " + written(keys) + " in place of " + there.value().typeName();
    }

    /// As it is typed: `"ipam": {"type": …}`. No known key has a dot in it.
    private static String written(List<String> keys) {
        String last = Quoted.of(keys.getLast());
        return keys.size() == 1
                ? last
                : keys.subList(0, keys.size() - 1).stream()
                                .map(key -> Quoted.of(key) + ": {")
                                .collect(Collectors.joining())
                        + last
                        + ": …"
                        + "}".repeat(keys.size() - 1);
    }
}
