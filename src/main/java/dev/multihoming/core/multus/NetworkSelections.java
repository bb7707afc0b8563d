package dev.multihoming.core.multus;

import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.List;
import java.util.Set;

/// What a networks annotation says.
///
/// @param positions the annotation's value, byte for byte, and how to name a place in it
/// @param form how it is written
/// @param count how many elements were written, also where they could not be read
/// @param items the elements whose name, namespace and interface could be read, in order, also where another
///     part of them is wrong
/// @param panics whether Multus panics on it, at ADD and at DEL: an element that is `null`
/// @param violations what Multus refuses, in order of the text; bounded, the last one says how many more there are
/// @param ambiguities keys that stand twice in an object, or that only fold to a key Multus knows
///     (node-behavior.md#json-elements, #key-matching), in order of the text; bounded like `violations`
/// @param asks what one or another of the items asks for
public record NetworkSelections(
        TextPositions positions,
        Form form,
        int count,
        List<NetworkSelection> items,
        boolean panics,
        List<SchemaViolation> violations,
        List<SchemaViolation> ambiguities,
        Set<Ask> asks) {
    public NetworkSelections {
        items = List.copyOf(items);
        violations = List.copyOf(violations);
        ambiguities = List.copyOf(ambiguities);
        asks = Set.copyOf(asks);
    }

    NetworkSelections(
            TextPositions positions,
            Form form,
            int count,
            List<NetworkSelection> items,
            boolean panics,
            List<SchemaViolation> violations,
            List<SchemaViolation> ambiguities) {
        this(positions, form, count, items, panics, violations, ambiguities, Ask.of(items));
    }

    /// The annotation's value, byte for byte.
    public String text() {
        return positions.text();
    }

    /// Where one of those stands, for a person: `item 2, key "mac", character 17`; empty for all of the text.
    public String inside(SchemaViolation violation) {
        return violation.offset() == SchemaViolation.WHOLE
                ? ""
                : SelectionPath.written(violation.path()) + positions.character(violation.offset());
    }

    /// Whether every reader of the annotation understands all of it, and alike.
    public boolean isClear() {
        return violations.isEmpty() && ambiguities.isEmpty();
    }

    /// How a networks annotation is written; Multus takes any text with `[`, `{` or `"` in it for JSON
    /// (node-behavior.md#text-read-as-json).
    public enum Form {
        /// `name`, `namespace/name@interface`, separated by commas.
        SHORTHAND,
        /// An array of objects.
        JSON
    }
}
