package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;

/// What the documents of a text come to: the JSON that kubectl would send of them. The last of two equal keys counts,
/// merge keys give what is not written. Aliases may multiply a text, and all of its objects have one bound together.
final class Expansion {
    /// Values, keys and merges that aliases may add to those of the text itself, which has fewer than characters.
    private static final long MAX_VALUES = 2_000_000;

    /// Characters that aliases may add to those of the text itself.
    private static final long MAX_ADDED = 4L * 1024 * 1024;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final long length;
    private long values;
    private long characters;

    /// @param length of the text in characters
    Expansion(int length) {
        this.length = length;
    }

    JsonNode of(Node document) throws Unreadable {
        return json(document);
    }

    private void count(Node node) throws Unreadable {
        if (++values > length + MAX_VALUES) {
            throw new Unreadable(node.start(), "aliases that come to more than " + MAX_VALUES + " values");
        }
    }

    private void count(Scalar scalar) throws Unreadable {
        count((Node) scalar);
        characters += scalar.text().length();
        if (characters > length + MAX_ADDED) {
            throw new Unreadable(scalar.start(), "aliases that add more than " + MAX_ADDED + " characters");
        }
    }

    private JsonNode json(Node node) throws Unreadable {
        count(node);
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
        count(scalar);
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
            count(key);
            if (key.type() == Node.Type.MERGE) {
                merge(entry.value(), object);
            } else {
                // A key such as `on` is true to kubectl, which then writes it as "true".
                object.set(ScalarValue.of(key).asText(), json(entry.value()));
            }
        }
    }

    /// As the reader of kubectl does it (yaml.v2, decode.go): a merge key replaces what stands before it, and is
    /// replaced by
    /// what stands after it. Of a list of mappings the first counts most.
    private void merge(Node merged, ObjectNode object) throws Unreadable {
        // Also of mappings without a value: lists of them multiply as well.
        count(merged);
        switch (merged) {
            case Mapping mapping -> put(mapping, object);
            case Sequence sequence -> {
                for (Node element : sequence.elements().reversed()) {
                    merge(element, object);
                }
            }
            case Scalar scalar ->
                throw new Unreadable(scalar.start(), "a merge key << with something that is no mapping");
        }
    }
}
