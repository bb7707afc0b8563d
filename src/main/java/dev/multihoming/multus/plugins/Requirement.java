package dev.multihoming.multus.plugins;

import java.util.List;

/// What a plugin does not work without: one of these fields, each a path of keys, with a string that is not empty, or
/// with
/// anything but a string.
///
/// @param with the field that makes it necessary; empty where it always is
public record Requirement(List<List<String>> anyOf, String with) {
    public Requirement {
        anyOf = anyOf.stream().map(List::copyOf).toList();
    }

    /// That field, always.
    public static Requirement always(String... path) {
        return new Requirement(List.of(List.of(path)), "");
    }

    /// That field, wherever the other one is set: neither `null`, `false`, 0 nor empty.
    public static Requirement with(String field, String needed) {
        return new Requirement(List.of(List.of(needed)), field);
    }
}
