package dev.multihoming.core.schema;

/// A key that a reader knows.
///
/// @param key as the reader's documentation spells it; Go also takes it in any other case
/// @param nullable whether `null` counts as absent: so for every Go struct, but libcni reads some keys of a
///     list out of a map and fails on it
/// @param example of a value, in JSON, for authors who wrote one of another type; empty for none
/// @param flag the field beside it without which the reader does not look at its value; empty for none
/// @param unless the field beside it with which the reader decodes its value and then leaves it aside; empty for none
public record Field(String key, FieldType type, boolean nullable, String example, String flag, String unless) {
    public static Field of(String key, FieldType type) {
        return new Field(key, type, true, "", "", "");
    }

    public static Field neverNull(String key, FieldType type) {
        return new Field(key, type, false, "", "", "");
    }

    public Field withExample(String json) {
        return new Field(key, type, nullable, json, flag, unless);
    }

    /// The same, of any string where that flag is not `true`.
    public Field whereTrue(String other) {
        return new Field(key, type, nullable, example, other, unless);
    }

    /// The same, of any form where that field is set.
    public Field unless(String other) {
        return new Field(key, type, nullable, example, flag, other);
    }
}
