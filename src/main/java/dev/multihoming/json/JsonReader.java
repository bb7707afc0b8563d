package dev.multihoming.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads one JSON text into a located tree: exactly one value, nothing after it, no comments, no trailing
/// commas.
public final class JsonReader {
    /// Far above any real configuration, far below what recursion on a small stack bears. Go stops at 10,000.
    static final int MAX_DEPTH = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final String text;
    private final JsonParser parser;

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    public static Parsed<Json> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(text, parser).whole();
        } catch (StreamConstraintsException e) {
            return new Parsed.Malformed<>(
                    0, "its JSON is nested more than " + MAX_DEPTH + " deep or holds an outsized token");
        } catch (StreamReadException e) {
            return SyntaxError.in(text, e);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private Parsed<Json> whole() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return new Parsed.Malformed<>(text.length(), "it holds no JSON value");
        }
        Json value = value(first);
        if (parser.nextToken() != null) {
            return new Parsed.Malformed<>(start(), "there is something after the end of the JSON value");
        }
        return new Parsed.Ok<>(value);
    }

    private Json value(JsonToken token) throws IOException {
        int start = start();
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> {
                String value = parser.getText();
                yield new JsonString(start, end(), value);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String number = parser.getText();
                yield new JsonNumber(start, start + number.length(), number);
            }
            case VALUE_TRUE -> new JsonBoolean(start, start + 4, true);
            case VALUE_FALSE -> new JsonBoolean(start, start + 5, false);
            case VALUE_NULL -> new JsonNull(start, start + 4);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a strict parser gives no " + token + " here");
        };
    }

    private Json object(int start) throws IOException {
        List<JsonMember> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int keyStart = start();
            String key = parser.currentName();
            members.add(new JsonMember(key, keyStart, value(parser.nextToken())));
        }
        return new JsonObject(start, end(), members);
    }

    private Json array(int start) throws IOException {
        List<Json> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token));
        }
        return new JsonArray(start, end(), elements);
    }

    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int end() {
        return (int) parser.currentLocation().getCharOffset();
    }
}
