package dev.multihoming.cli.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An object of a test file, read key by key; what is no key is an error.
///
/// @param where in the file, for messages: `case 3`
record Fields(Path file, String where, JsonNode object) {
    static Fields of(Path file, String where, JsonNode object, List<String> keys) {
        Fields fields = new Fields(file, where, object);
        if (!object.isObject()) {
            throw fields.bad("should have the keys " + String.join(", ", keys));
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String key = names.next();
            if (!keys.contains(key)) {
                throw fields.bad("has no key %s; its keys are %s".formatted(Quoted.of(key), String.join(", ", keys)));
            }
        }
        return fields;
    }

    boolean has(String key) {
        return object.has(key);
    }

    JsonNode node(String key) {
        return object.path(key);
    }

    String required(String key) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> bad("needs " + key));
    }

    Optional<String> text(String key) {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw bad("has a %s that is no text".formatted(key));
        }
        return Optional.of(value.asText());
    }

    /// A list of texts, or one text.
    List<String> texts(String key) {
        JsonNode value = object.path(key);
        if (value.isTextual()) {
            return List.of(value.asText());
        }
        if (!value.isArray() && !value.isMissingNode()) {
            throw bad("has %s that are no list".formatted(key));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw bad("has %s that are no texts".formatted(key));
            }
            texts.add(element.asText());
        }
        return texts;
    }

    Map<String, String> labels(String key) {
        Map<String, String> labels = new TreeMap<>();
        object.path(key).properties().forEach(label -> {
            if (!label.getValue().isTextual()) {
                throw bad("has a label %s that is no text".formatted(Quoted.of(label.getKey())));
            }
            labels.put(label.getKey(), label.getValue().asText());
        });
        return labels;
    }

    BadTest bad(String clause) {
        return new BadTest(file, where + " " + clause + ".");
    }
}
