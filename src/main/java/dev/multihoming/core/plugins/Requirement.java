package dev.multihoming.core.plugins;

import java.util.List;

/// What a plugin does not work without: one of these fields, each a path of keys, with a string that is not
/// empty, or with anything but a string.
///
/// @param with the field that makes it necessary, a path of keys; empty where it always is
public record Requirement(List<List<String>> anyOf, List<String> with) {
    public Requirement {
        with = List.copyOf(with);
        anyOf = anyOf.stream().map(List::copyOf).toList();
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
}
