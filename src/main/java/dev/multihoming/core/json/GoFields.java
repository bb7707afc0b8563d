package dev.multihoming.core.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What Go's decoder leaves in the fields of a struct: keys as in [GoKeys], and `null` changes nothing
/// but a list, which it empties.
public final class GoFields {
    private GoFields() {}

    /// The member whose value ends up in the field called `field`; empty where it stays unset.
    public static Optional<JsonMember> set(JsonObject object, String field) {
        JsonMember last = null;
        for (JsonMember member : object.members()) {
            if (GoKeys.foldsTo(member.key(), field) && !(member.value() instanceof JsonNull)) {
                last = member;
            }
        }
        return Optional.ofNullable(last);
    }

    /// The field's string; empty where it is unset or not a string.
    public static String text(JsonObject object, String field) {
        return set(object, field)
                .map(JsonMember::value)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    /// The field's list; empty where it is unset, emptied again by a later `null`, or something else.
    public static Optional<JsonArray> list(JsonObject object, String field) {
        return GoKeys.winner(object, field)
                .map(JsonMember::value)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast);
    }

    /// The strings of the field's list that are not empty.
    public static List<String> texts(JsonObject object, String field) {
        Optional<JsonArray> list = list(object, field);
        // Asked of every selection, and hardly one has it.
        return list.isEmpty()
                ? List.of()
                : list.get().elements().stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).value())
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /// The field's whole number; empty where it is unset or something else.
    public static OptionalLong whole(JsonObject object, String field) {
        return set(object, field)
                .map(JsonMember::value)
                .filter(JsonNumber.class::isInstance)
                .map(value -> GoNumbers.whole((JsonNumber) value))
                .orElse(OptionalLong.empty());
    }

    /// Whether the field is `true`.
    public static boolean isTrue(JsonObject object, String field) {
        return set(object, field)
                .filter(member -> member.value() instanceof JsonBoolean flag && flag.value())
                .isPresent();
    }

    /// The field's object; empty where it is unset or something else.
    public static Optional<JsonObject> object(JsonObject object, String field) {
        return set(object, field)
                .map(JsonMember::value)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }
}
