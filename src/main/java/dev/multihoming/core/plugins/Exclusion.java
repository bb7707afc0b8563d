package dev.multihoming.core.plugins;

import java.util.List;

/// Two options that a plugin refuses together. Each is a path of keys; it is set where the last one holds `true`,
/// a number, or a string that is not empty.
public record Exclusion(List<String> first, List<String> second) {
    public Exclusion {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
