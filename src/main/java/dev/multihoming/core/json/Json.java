package dev.multihoming.core.json;

/// A JSON value and where it stands in the text it was read from.
///
/// Offsets count UTF-16 units of that text: `start` is the first of the value, `end` the one after its last.
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
    int start();

    int end();

    /// What a person calls this type of value, with its article: "a string", "an object", "null".
    String typeName();

    /// Whether it is what Go leaves in a field that stays unset, or as good as that: `null`, `false`, 0, or empty.
    boolean isZero();
}
