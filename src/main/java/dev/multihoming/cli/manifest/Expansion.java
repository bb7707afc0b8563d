package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;

/// What a document comes to: the JSON that kubectl would send of it. The last of two equal keys counts, merge keys
/// give what is not written.
final class Expansion {
    /// The values of one document, each alias counted as what it refers to; lists of thousands of objects have fewer.
    private static final int MAX_VALUES = 2_000_000;

    /// Characters that aliases may add to those of the document itself.
    private static final long MAX_ADDED = 4L * 1024 * 1024;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Node document;
    private final long most;
    private int values;
    private long characters;

    private Expansion(Node document) {
        this.document = document;
        this.most = document.end() - document.start() + MAX_ADDED;
    }

    static JsonNode of(Node document) throws Unreadable {
        return new Expansion(document).json(document);
    }

    private JsonNode json(Node node) throws Unreadable {
        if (++values > MAX_VALUES) {
            throw new Unreadable(
                    document.start(), "aliases that come to more than " + MAX_VALUES + " values, which nobody writes");
        }
        return switch (node) {
            case Mapping mapping -> {
                ObjectNode object = JSON.objectNode();
                put(mapping, object);
                yield object;
            }
            case Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (Node element : sequence.elements()) {
                    array.add(json(element));
                }
                yield array;
            }
            case Scalar scalar -> value(scalar);
        };
    }

    private JsonNode value(Scalar scalar) throws Unreadable {
        characters += scalar.text().length();
        if (characters > most) {
            throw new Unreadable(
                    document.start(), "aliases that add more than " + MAX_ADDED + " characters, which nobody writes");
        }
        JsonNode value = ScalarValue.of(scalar);
        boolean fits = switch (scalar.type()) {
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case STRING, NULL, MERGE -> true;
        };
        if (!fits) {
            throw new Unreadable(scalar.start(), "%s, a value that JSON does not have".formatted(scalar.text()));
        }
        return value;
    }

    private void put(Mapping mapping, ObjectNode object) throws Unreadable {
        for (Node.Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof Scalar key)) {
                throw new Unreadable(
                        entry.key().start(), "a key that is no string, as where a template was not filled in");
            }
            if (key.type() == Node.Type.NULL) {
                throw new Unreadable(key.start(), "a key that is null");
            }
            if (key.type() == Node.Type.MERGE) {
                merge(entry.value(), object);
            } else {
                // A key such as `on` is true to kubectl, which then writes it as "true".
                object.set(ScalarValue.of(key).asText(), json(entry.value()));
            }
        }
    }

    /// Written before or after: what the mapping writes itself wins. So does the first of several that are merged.
    private void merge(Node merged, ObjectNode object) throws Unreadable {
        switch (merged) {
            case Mapping mapping -> {
                ObjectNode others = JSON.objectNode();
                put(mapping, others);
                others.properties().forEach(other -> object.putIfAbsent(other.getKey(), other.getValue()));
            }
            case Sequence sequence -> {
                for (Node element : sequence.elements()) {
                    merge(element, object);
                }
            }
            case Scalar scalar ->
                throw new Unreadable(scalar.start(), "a merge key << with something that is no mapping");
        }
    }
}
