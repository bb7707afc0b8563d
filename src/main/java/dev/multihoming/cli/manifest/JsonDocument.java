package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Style;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.Optional;

/// A text that is JSON: one document, or several one after the other. YAML readers take most of JSON too, but not tabs
/// between its parts.
final class JsonDocument {
    private JsonDocument() {}

    /// Empty where it is not.
    static Optional<List<Node>> read(String text) {
        return text.stripLeading().startsWith("{")
                ? JsonReader.readStream(text)
                        .map(values -> values.stream().map(JsonDocument::node).toList())
                : Optional.empty();
    }

    private static Node node(Json value) {
        return switch (value) {
            case JsonObject object ->
                new Node.Mapping(
                        object.start(),
                        object.end(),
                        object.members().stream()
                                .map(member ->
                                        new Node.Entry(key(member.key(), member.keyStart()), node(member.value())))
                                .toList());
            case JsonArray array ->
                new Node.Sequence(
                        array.start(),
                        array.end(),
                        array.elements().stream().map(JsonDocument::node).toList());
            case JsonString string -> scalar(string, Style.DOUBLE_QUOTED, Node.Type.STRING, string.value());
            case JsonNumber number -> scalar(number, Style.PLAIN, Node.Type.NUMBER, number.text());
            case JsonBoolean bool -> scalar(bool, Style.PLAIN, Node.Type.BOOLEAN, Boolean.toString(bool.value()));
            case JsonNull nothing -> scalar(nothing, Style.PLAIN, Node.Type.NULL, "null");
        };
    }

    /// Keys are not edited, and their end is only shown.
    private static Scalar key(String key, int start) {
        return new Scalar(start, start + key.length() + 2, Style.DOUBLE_QUOTED, Node.Type.STRING, key);
    }

    private static Scalar scalar(Json value, Style style, Node.Type type, String text) {
        return new Scalar(value.start(), value.end(), style, type, text);
    }
}
