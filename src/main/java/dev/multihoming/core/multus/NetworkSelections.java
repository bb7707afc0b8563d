package dev.multihoming.core.multus;

import dev.multihoming.core.json.TextPositions;
import java.util.List;

/// What a networks annotation says.
///
/// @param positions the annotation's value, byte for byte, and how to name a place in it
/// @param form how it is written
/// @param count how many elements were written, also where they could not be read
/// @param items the elements whose name, namespace and interface could be read, in order, also where another
///     part of them is flawed
/// @param flaws what Multus refuses, in order of the text; bounded, the last one says how many more there are
/// @param ambiguities keys that stand twice in an object, or that only fold to a key Multus knows (facts A4,
///     A11), in order of the text; bounded like `flaws`
public record NetworkSelections(
        TextPositions positions,
        Form form,
        int count,
        List<NetworkSelection> items,
        List<Flaw> flaws,
        List<Flaw> ambiguities) {
    public NetworkSelections {
        items = List.copyOf(items);
        flaws = List.copyOf(flaws);
        ambiguities = List.copyOf(ambiguities);
    }

    /// The annotation's value, byte for byte.
    public String text() {
        return positions.text();
    }

    /// Whether every reader of the annotation understands all of it, and alike.
    public boolean isClear() {
        return flaws.isEmpty() && ambiguities.isEmpty();
    }

    /// How a networks annotation is written; Multus takes any text with `[`, `{` or `"` in it for JSON (facts
    /// A2).
    public enum Form {
        /// `name`, `namespace/name@interface`, separated by commas.
        SHORTHAND,
        /// An array of objects.
        JSON
    }
}
