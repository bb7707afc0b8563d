package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.json.TextEdit;
import java.util.List;

/// The repairs of one text field, and how they could be written into its source.
///
/// @param field for a person
/// @param value that the field then has
/// @param repairs how many there are
/// @param ways the edits of the source, the likeliest first; only reading them back tells which is right
record FieldFix(Manifest manifest, String pointer, String field, String value, int repairs, List<List<TextEdit>> ways) {
    FieldFix {
        ways = List.copyOf(ways);
    }

    FieldFix by(List<TextEdit> way) {
        return new FieldFix(manifest, pointer, field, value, repairs, List.of(way));
    }

    /// A copy of the object with the field as it then is.
    JsonNode applyTo(JsonNode object) {
        JsonPointer to = JsonPointer.compile(pointer);
        JsonNode changed = object.deepCopy();
        if (changed.at(to.head()) instanceof ObjectNode parent) {
            parent.put(to.last().getMatchingProperty(), value);
        }
        return changed;
    }
}
