package dev.multihoming.cli.nad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.schema.FieldType;

/// A word of a command line as the JSON value that a plugin wants. Ranges and forms are left to the rules.
final class TypedValue {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private TypedValue() {}

    static JsonNode of(String key, FieldType type, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (type) {
            case FieldType.Flag _, FieldType.FlagOrWord _ -> json.booleanNode(flag(key, text));
            case FieldType.Whole _, FieldType.Mtu _ -> json.numberNode(whole(key, text));
            case FieldType.Text _, FieldType.Choice _, FieldType.Formed _ -> json.textNode(text);
            case FieldType.Listing(FieldType element, int _, boolean _) -> list(key, element, text);
            case FieldType.Struct _, FieldType.Mapping _, FieldType.FreeForm _ -> parsed(key, text);
            case FieldType.Any _ -> guessed(text);
        };
    }

    /// Of an unknown plugin: JSON where it is some, else the text itself.
    static JsonNode guessed(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : value;
        } catch (JsonProcessingException _) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static boolean flag(String key, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadDraft("%s is true or false, not %s".formatted(key, Quoted.of(text)));
        };
    }

    private static long whole(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadDraft("%s is a whole number, not %s".formatted(key, Quoted.of(text)), e);
        }
    }

    /// JSON, or words with commas between where its elements are no more than that.
    private static JsonNode list(String key, FieldType element, String text) {
        boolean isOfWords = element instanceof FieldType.Text || element instanceof FieldType.Formed;
        if (!isOfWords || text.strip().startsWith("[")) {
            return parsed(key, text);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String word : text.split(",", -1)) {
            list.add(of(key, element, word.strip()));
        }
        return list;
    }

    private static JsonNode parsed(String key, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadDraft("%s is written in JSON, not as %s".formatted(key, Quoted.of(text)), e);
        }
    }
}
