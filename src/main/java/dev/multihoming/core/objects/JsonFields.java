package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the value a parser stands on and leaves the parser at its end, whatever the value is.
public final class JsonFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// As much as etcd stores of one object, about. A tree takes twenty times the bytes it is made of.
    private static final int MOST_OF_A_TREE = 1024 * 1024;

    private JsonFields() {}

    /// The whole value, for the rare objects that are read as a whole.
    public static JsonNode tree(JsonParser parser) throws IOException {
        if (parser instanceof SkimmingParser bytes && bytes.isLongerThan(MOST_OF_A_TREE)) {
            throw new TooLargeException("it has more than a MiB");
        }
        return JSON.readTree(parser);
    }

    /// The string; empty where the value is anything else.
    public static String string(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    /// The string; `null` for `null`; for any other value what it starts with, so that it is not taken for
    /// absent.
    static @Nullable String stringOrNull(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = parser.getText();
        parser.skipChildren();
        return text;
    }

    /// The strings of an array; nothing where the value is none.
    public static List<String> strings(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return List.of();
        }
        List<String> strings = new ArrayList<>(4);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string(parser));
        }
        return strings;
    }

    /// Visits each member of an object; skips a value that is none.
    public static void eachField(JsonParser parser, FieldVisitor visitor) throws IOException {
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
    public interface FieldVisitor {
        void visit(String key, JsonParser parser) throws IOException;
    }

    public static boolean isTrue(JsonParser parser) throws IOException {
        parser.skipChildren();
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }
}
