package dev.multihoming.core.plugins;

/// A key that a reader of the config knows.
///
/// @param key as the reader's documentation spells it; readers also take it in any other case (facts C)
/// @param nullable whether `null` counts as absent: so for every Go struct, but libcni reads some keys of a
///     list out of a map and fails on it
public record Field(String key, FieldType type, boolean nullable) {
    public static Field of(String key, FieldType type) {
        return new Field(key, type, true);
    }

    public static Field neverNull(String key, FieldType type) {
        return new Field(key, type, false);
    }
}
