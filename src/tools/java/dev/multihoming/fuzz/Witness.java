package dev.multihoming.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A second reader of what Multus is told, as generous as a reader can be and none of ours: what
/// could be taken for a namespace, a name or an interface is one. What it sees in a text that was admitted must be
/// legal.
///
/// @param namespaces in the order of the text
/// @param names likewise
/// @param interfaces likewise
record Witness(List<String> namespaces, List<String> names, List<String> interfaces) {
    private static final JsonFactory JSON = new JsonFactory();

    /// What Multus takes for JSON (node-behavior.md#text-read-as-json).
    private static final String JSON_SIGNS = "[{\"";

    static Witness of(String annotation) throws IOException {
        Witness seen = new Witness(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (annotation.chars().anyMatch(c -> JSON_SIGNS.indexOf(c) >= 0)) {
            seen.readJson(annotation);
        } else {
            for (String item : annotation.split(",", -1)) {
                seen.readItem(item.strip());
            }
        }
        return seen;
    }

    private void readItem(String item) {
        int slash = item.indexOf('/');
        int at = item.indexOf('@');
        if (slash >= 0) {
            namespaces.add(item.substring(0, slash));
        }
        names.add(item.substring(slash + 1, at < 0 ? item.length() : at));
        if (at >= 0) {
            interfaces.add(item.substring(at + 1));
        }
    }

    /// The members of the list's elements, in any case and as often as they stand there.
    private void readJson(String annotation) throws IOException {
        try (JsonParser parser = JSON.createParser(annotation)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 2 && token == JsonToken.VALUE_STRING) {
                    member(parser.currentName(), parser.getText());
                }
            }
        }
    }

    private void member(String key, String value) {
        if (key.equalsIgnoreCase("namespace")) {
            namespaces.add(value);
        } else if (key.equalsIgnoreCase("name")) {
            names.add(value);
        } else if (key.equalsIgnoreCase("interface") || key.equalsIgnoreCase("interfaceRequest")) {
            interfaces.add(value);
        }
    }
}
