package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.subject.NetworkAnnotations;
import dev.multihoming.subject.ObjectFields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Collects the fields of an `object` or `oldObject`.
final class ObjectReader {
    private String name = "";
    private String generateName = "";
    private @Nullable String networks;
    private @Nullable String defaultNetwork;
    private boolean hostNetwork;
    private @Nullable String config;

    private ObjectReader() {}

    /// Reads the value the parser stands on; anything but an object has no fields.
    static ObjectFields read(JsonParser parser) throws IOException {
        ObjectReader reader = new ObjectReader();
        reader.eachField(parser, reader::topLevel);
        return new ObjectFields(
                reader.name,
                reader.generateName,
                new NetworkAnnotations(reader.networks, reader.defaultNetwork),
                reader.hostNetwork,
                reader.config);
    }

    private void topLevel(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "metadata" -> eachField(parser, this::metadata);
            case "spec" -> eachField(parser, this::spec);
            default -> parser.skipChildren();
        }
    }

    private void metadata(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "generateName" -> generateName = JsonFields.string(parser);
            case "annotations" -> eachField(parser, this::annotation);
            default -> parser.skipChildren();
        }
    }

    private void annotation(String key, JsonParser parser) throws IOException {
        switch (key) {
            case NetworkAnnotations.NETWORKS -> networks = JsonFields.stringOrNull(parser);
            case NetworkAnnotations.DEFAULT_NETWORK -> defaultNetwork = JsonFields.stringOrNull(parser);
            default -> parser.skipChildren();
        }
    }

    private void spec(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "hostNetwork" -> hostNetwork = JsonFields.isTrue(parser);
            case "config" -> config = JsonFields.stringOrNull(parser);
            default -> parser.skipChildren();
        }
    }

    private void eachField(JsonParser parser, FieldVisitor visitor) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            visitor.visit(key, parser);
        }
    }

    /// Must leave the parser at the end of the value it stands on.
    private interface FieldVisitor {
        void visit(String key, JsonParser parser) throws IOException;
    }
}
