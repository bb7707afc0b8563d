package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// Looks for a token in what one container is started with.
final class ContainerTexts {
    private final WholeToken wanted;
    private String location = "";

    ContainerTexts(WholeToken wanted) {
        this.wanted = wanted;
    }

    /// The first place that has it; empty where none does.
    String location() {
        return location;
    }

    void field(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "args", "command", "env" -> list(key, parser);
            default -> parser.skipChildren();
        }
    }

    private void list(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            String at = field + "[" + index + "]";
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                JsonFields.eachField(parser, (key, value) -> variable(at, key, value));
            } else {
                text(at, parser);
            }
        }
    }

    private void variable(String at, String key, JsonParser parser) throws IOException {
        if (key.equals("value")) {
            text(at + ".value", parser);
        } else {
            parser.skipChildren();
        }
    }

    private void text(String at, JsonParser parser) throws IOException {
        String text = JsonFields.stringOrNull(parser);
        if (location.isEmpty() && text != null && wanted.isIn(text)) {
            location = at;
        }
    }
}
