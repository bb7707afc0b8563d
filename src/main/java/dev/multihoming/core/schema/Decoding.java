package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoNumbers;
import dev.multihoming.core.json.JsonNumber;
import java.util.OptionalLong;

/// How a text reaches the Go struct that a schema describes.
public enum Decoding {
    /// Go decodes the text itself into the struct, as Multus does with an annotation: it checks every member that it
    /// matches to a field, also one that a later member replaces, and reads integers as they are written.
    DIRECT,
    /// The text goes through maps and is written anew before the struct's owner decodes it, as libcni does with a
    /// config: of several members the last arrives, and numbers arrive as floats.
    REWRITTEN,
    /// The same by way of a plugin that is not known, which may add what is missing and replace texts.
    COMPLETED;

    /// The integer that arrives; empty where the owner fails on the number.
    OptionalLong whole(JsonNumber number) {
        return this == DIRECT ? GoNumbers.asWritten(number) : GoNumbers.whole(number);
    }
}
