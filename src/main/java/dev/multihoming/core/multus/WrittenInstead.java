package dev.multihoming.core.multus;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonString;

/// What a value of the wrong type was probably meant to be.
final class WrittenInstead {
    private static final int MAX_REPEATED = 60;

    private WrittenInstead() {}

    /// The value to write, with the reason where that is not plain.
    static String of(Json value, GoType wanted) {
        return switch (wanted) {
            case GoType.ListOf(GoType.Text _, String _) when isShort(value) -> "[\"" + shortText(value) + "\"]";
            case GoType.Int _
            when value instanceof JsonString string && isDigits(string.value()) ->
                "the number without quotes: " + string.value();
            case GoType.Int _ -> "a whole number without fraction, exponent or quotes, such as " + wanted.example();
            case GoType.Text _
            when value instanceof JsonNumber number && number.text().length() <= MAX_REPEATED ->
                "it in double quotes: \"" + number.text() + "\"";
            case GoType.Text _, GoType.ListOf _, GoType.Struct _, GoType.FreeForm _, GoType.Foreign _ ->
                wanted.expected() + ", such as " + wanted.example();
        };
    }

    private static boolean isDigits(String text) {
        return text.matches("-?[0-9]{1,18}");
    }

    private static boolean isShort(Json value) {
        return !shortText(value).isEmpty();
    }

    /// The text of a string that needs no escaping in JSON; empty for anything else.
    private static String shortText(Json value) {
        return value instanceof JsonString string && string.value().matches("[0-9A-Za-z.:/]{1," + MAX_REPEATED + "}")
                ? string.value()
                : "";
    }
}
