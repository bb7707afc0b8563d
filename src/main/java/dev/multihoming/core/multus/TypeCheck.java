package dev.multihoming.core.multus;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;

/// Holds one element against the types of Multus' structures, as Go's decoder would, and tells which keys
/// can be read in more than one way.
///
/// Go checks every member it matches to a field, also those that a later one overrides; so does this.
final class TypeCheck {
    /// What Multus skips unread.
    private static final GoType UNKNOWN = new GoType.Foreign();

    private static final int MAX_PATH_CHARS = 200;
    private static final String CUT = "…";

    private final int item;
    private final Flaws flaws;
    private final AmbiguousKeys ambiguous;

    TypeCheck(int item, Flaws flaws, Flaws ambiguities) {
        this.item = item;
        this.flaws = flaws;
        this.ambiguous = new AmbiguousKeys(item, ambiguities);
    }

    void element(JsonObject element) {
        struct("", element, SelectionKeys.ELEMENT);
    }

    private void value(String path, Json value, GoType type) {
        switch (type) {
            case GoType.Text _ -> expect(value instanceof JsonString, path, value, type);
            case GoType.Int _ -> expect(value instanceof JsonNumber number && isInt(number), path, value, type);
            case GoType.ListOf list -> {
                if (value instanceof JsonArray array) {
                    list(path, array, list.element());
                } else {
                    expect(false, path, value, type);
                }
            }
            case GoType.Struct struct -> {
                if (value instanceof JsonObject object) {
                    struct(path, object, struct);
                } else {
                    expect(false, path, value, type);
                }
            }
            case GoType.FreeForm _ -> freeForm(path, value, type);
            case GoType.Foreign _ -> ambiguous.inFreeForm(path, value);
        }
    }

    private void struct(String path, JsonObject object, GoType.Struct struct) {
        ambiguous.inStruct(path, object, struct);
        for (JsonMember member : object.members()) {
            GoType type =
                    struct.fieldFor(member.key()).map(struct.fields()::get).orElse(UNKNOWN);
            // The common member fits, and nobody asks for its path.
            if (!(type instanceof GoType.Text && member.value() instanceof JsonString)) {
                value(below(path, member.key()), member.value(), type);
            }
        }
    }

    private void list(String path, JsonArray array, GoType element) {
        for (int i = 0; i < array.elements().size(); i++) {
            value(below(path, i), array.elements().get(i), element);
        }
    }

    private void freeForm(String path, Json value, GoType type) {
        expect(value instanceof JsonObject, path, value, type);
        ambiguous.inFreeForm(path, value);
        GoNumbers.firstBeyond(value)
                .ifPresent(number -> flaws.add(
                        item,
                        path,
                        number.start(),
                        "the number %s, which is larger than Multus can hold".formatted(Quoted.of(number.text())),
                        "Write it as a string, or smaller"));
    }

    private void expect(boolean fits, String path, Json value, GoType type) {
        if (fits || value instanceof JsonNull) {
            return;
        }
        flaws.add(
                item,
                path,
                value.start(),
                found(value, type) + ", where Multus wants " + type.expected(),
                "Write " + WrittenInstead.of(value, type));
    }

    private static String found(Json value, GoType type) {
        return type instanceof GoType.Int && value instanceof JsonNumber number
                ? "the number " + Quoted.of(number.text())
                : value.typeName();
    }

    /// Go's `strconv.ParseInt`: JSON's fractions and exponents are not whole numbers to it, even `1.0`.
    static boolean isInt(JsonNumber number) {
        try {
            Long.parseLong(number.text());
            return true;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    static String below(String path, String key) {
        return path.isEmpty() ? Quoted.of(key) : longer(path, "." + Quoted.of(key));
    }

    static String below(String path, int index) {
        return longer(path, "[" + index + "]");
    }

    /// Keys may be nested as deep as the text is long.
    private static String longer(String path, String step) {
        if (path.endsWith(CUT)) {
            return path;
        }
        return path + (path.length() < MAX_PATH_CHARS ? step : CUT);
    }
}
