package dev.multihoming.core.multus;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.TextPositions;
import dev.multihoming.core.schema.SchemaViolations;
import java.util.ArrayList;
import java.util.List;

/// Reads the form of an array of objects (node-behavior.md#text-read-as-json, #json-elements).
final class JsonSelectionsReader {
    private static final String EXAMPLE = "[{\"name\": \"my-network\"}]";
    private static final int MAX_REPEATED = 60;

    private final String text;
    private final TextPositions positions;
    private final SchemaViolations violations;
    private final SchemaViolations ambiguities;
    private final List<NetworkSelection> items = new ArrayList<>();
    private boolean hasNull;

    JsonSelectionsReader(String text) {
        this.text = text;
        this.positions = new TextPositions(text);
        this.violations = new SchemaViolations();
        this.ambiguities = new SchemaViolations();
    }

    NetworkSelections read() {
        int count = switch (JsonReader.read(text)) {
            case Parsed.Ok<Json>(Json value) -> whole(value);
            case Parsed.Malformed<Json>(int offset, String fact) -> {
                violations.addSyntax(JsonPath.ROOT, offset, fact, remedyFor(offset));
                yield 0;
            }
        };
        return new NetworkSelections(
                positions, NetworkSelections.Form.JSON, count, items, hasNull, violations.list(), ambiguities.list());
    }

    private int whole(Json value) {
        switch (value) {
            case JsonArray array -> {
                elements(array.elements());
                return array.elements().size();
            }
            case JsonObject object ->
                violations.addSyntax(
                        JsonPath.ROOT, object.start(), notAnArray(object), "Put it in brackets: " + bracketed());
            case JsonString string ->
                violations.addSyntax(JsonPath.ROOT, string.start(), notAnArray(string), fromString(string.value()));
            case JsonNumber _, JsonBoolean _, JsonNull _ ->
                violations.addSyntax(
                        JsonPath.ROOT,
                        value.start(),
                        notAnArray(value),
                        "Write an array of objects, such as " + EXAMPLE);
        }
        return 0;
    }

    private void elements(List<Json> elements) {
        for (int i = 0; i < elements.size(); i++) {
            int position = i + 1;
            switch (elements.get(i)) {
                case JsonObject object ->
                    new JsonElementReader(position, object, positions, violations, ambiguities)
                            .read()
                            .ifPresent(items::add);
                case JsonString string -> notAnObject(position, string);
                case JsonNull nothing -> {
                    hasNull = true;
                    violations.addSyntax(at(position), nothing.start(), "null, on which Multus crashes", "Remove it");
                }
                case JsonArray wrong -> notAnObject(position, wrong);
                case JsonNumber wrong -> notAnObject(position, wrong);
                case JsonBoolean wrong -> notAnObject(position, wrong);
            }
        }
    }

    private void notAnObject(int position, JsonString string) {
        String remedy = ShorthandItem.of(string.value())
                .map(item -> "Write %s, or the whole annotation in the short form without brackets and quotes"
                        .formatted(item.toJson()))
                .orElse("Write an object, such as {\"name\": \"my-network\"}");
        violations.addSyntax(at(position), string.start(), "a string in place of an object", remedy);
    }

    private void notAnObject(int position, Json wrong) {
        violations.addSyntax(
                at(position),
                wrong.start(),
                wrong.typeName() + " in place of an object",
                "Write an object, such as {\"name\": \"my-network\"}");
    }

    private static String notAnArray(Json value) {
        return value.typeName() + ", where Multus wants an array of objects";
    }

    private String bracketed() {
        String object = text.strip();
        return object.length() <= MAX_REPEATED && Printable.isAscii(object) ? "[" + object + "]" : "[{…}]";
    }

    private static String fromString(String value) {
        return ShorthandItem.of(value)
                .map(item -> "Write %s without quotes, or [%s]"
                        .formatted(item.isPlainName() ? item.name() : "it", item.toJson()))
                .orElse("Write an array of objects, such as " + EXAMPLE);
    }

    private String remedyFor(int offset) {
        String start = text.strip();
        if (start.startsWith("{") && offset < text.length() && text.startsWith(",", offset)) {
            return "Put the objects into one array: [{…}, {…}]";
        }
        if (start.startsWith("[") || start.startsWith("{") || start.startsWith("\"")) {
            return slip(offset) + "The annotation is an array of objects, such as " + EXAMPLE;
        }
        // A text that begins with a name is meant as the short form, which a bracket or quote anywhere ends.
        return "Write either the short form without brackets and quotes, such as net-a,net-b, or JSON, such as "
                + EXAMPLE;
    }

    /// What to do about the usual slips, which the character tells.
    private String slip(int offset) {
        return switch (offset < text.length() ? text.charAt(offset) : '\0') {
            case ',' -> "Remove the comma. ";
            case '\'', '\u201C', '\u201D', '\u2018', '\u2019' -> "Write straight double quotes. ";
            case '/', '#' -> "Remove the comment. ";
            default -> "";
        };
    }

    private static JsonPath at(int position) {
        return JsonPath.ROOT.child(position - 1);
    }
}
