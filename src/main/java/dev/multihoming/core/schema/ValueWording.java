package dev.multihoming.core.schema;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a value and what should stand in its place are called.
record ValueWording(Decoding decoding) {
    private static final int MAX_DIGITS = 30;
    private static final int MAX_REPEATED = 60;

    /// What a sentence about the value at that path is about.
    static String subject(JsonPath path) {
        return (path.isIndex() ? "an element of " : "") + Quoted.of(path.lastKey());
    }

    /// What stands there: its type, and the value where it is short.
    static String described(Json value) {
        return switch (value) {
            case JsonString text -> "the string " + Quoted.of(text.value());
            case JsonNumber number ->
                "the number "
                        + number.text().substring(0, Math.min(number.text().length(), MAX_DIGITS));
            case JsonBoolean flag -> "the boolean " + flag.value();
            case JsonObject _, JsonArray _, JsonNull _ -> value.typeName();
        };
    }

    /// What to write instead of a value of the wrong type or range: the value itself where it is meant and only
    /// written wrongly.
    ///
    /// @param example of a value; empty for none
    String remedy(FieldType type, Json value, String example) {
        String suchAs = example.isEmpty() ? "" : ", such as " + example;
        return switch (type) {
            case FieldType.Any _ -> "Write a value";
            case FieldType.Flag _, FieldType.FlagOrWord _ -> "Write true or false" + unquoted(value);
            case FieldType.Text _ -> inQuotes(value).orElse("Write a string in quotes" + suchAs);
            case FieldType.Choice choice -> "Write " + oneOf(choice);
            case FieldType.Formed(Form form) ->
                inQuotes(value)
                        .filter(_ -> value instanceof JsonNumber number
                                && form.refusal(number.text()).isEmpty())
                        .orElseGet(() -> form.remedy(""));
            case FieldType.Mtu mtu ->
                number(mtu.set(), value).orElse("Write " + range(mtu.set(), value) + ", or leave it out");
            case FieldType.Whole whole -> number(whole, value).orElse("Write " + range(whole, value));
            case FieldType.Struct _, FieldType.Mapping _, FieldType.FreeForm _ -> "Write an object in braces" + suchAs;
            case FieldType.Listing(FieldType element, int _, boolean _) ->
                inBrackets(element, value).orElse("Write an array in brackets" + suchAs);
        };
    }

    private static String unquoted(Json value) {
        return value instanceof JsonString ? ", without quotes" : "";
    }

    private String range(FieldType.Whole type, Json value) {
        boolean fraction = decoding == Decoding.DIRECT
                && value instanceof JsonNumber number
                && decoding.whole(number).isEmpty();
        String bounds = switch (type) {
            case FieldType.Whole(long min, long max) when max == Long.MAX_VALUE && min == Long.MIN_VALUE -> "";
            case FieldType.Whole(long min, long max) when max == Long.MAX_VALUE -> " from " + min;
            case FieldType.Whole(long min, long max) when min < 0 -> " up to " + max;
            case FieldType.Whole(long min, long max) -> " from " + min + " to " + max;
        };
        return "a whole number" + bounds + (fraction ? ", without fraction or exponent" : "") + unquoted(value);
    }

    /// The number that stands there in quotes, where it is one that fits.
    private static Optional<String> number(FieldType.Whole type, Json value) {
        if (!(value instanceof JsonString text) || !text.value().matches("0|-?[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.value());
        return number >= type.min() && number <= type.max()
                ? Optional.of("Write the number without quotes: " + text.value())
                : Optional.empty();
    }

    private static Optional<String> inQuotes(Json value) {
        return value instanceof JsonNumber number && number.text().length() <= MAX_REPEATED
                ? Optional.of("Write it in double quotes: \"" + number.text() + "\"")
                : Optional.empty();
    }

    /// The one string that stands in place of an array of them, where it needs no escaping in JSON.
    private static Optional<String> inBrackets(FieldType element, Json value) {
        boolean ofStrings = element instanceof FieldType.Text || element instanceof FieldType.Formed;
        return ofStrings
                        && value instanceof JsonString text
                        && text.value().matches("[0-9A-Za-z.:/]{1," + MAX_REPEATED + "}")
                ? Optional.of("Write [\"" + text.value() + "\"]")
                : Optional.empty();
    }

    /// The empty string among the choices means the default and is never advised.
    private static String oneOf(FieldType.Choice choice) {
        return choice.values().stream()
                .filter(value -> !value.isEmpty())
                .map(Quoted::of)
                .collect(Collectors.joining(" or "));
    }
}
