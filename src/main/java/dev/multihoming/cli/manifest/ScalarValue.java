package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.cli.manifest.Node.Scalar;

/// What kubectl makes of a scalar.
final class ScalarValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ScalarValue() {}

    static JsonNode of(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING, MERGE -> JSON.textNode(scalar.text());
            case BOOLEAN -> PlainScalar.bool(scalar.text());
            case NULL -> JSON.nullNode();
            case NUMBER -> PlainScalar.numeric(scalar.text());
        };
    }
}
