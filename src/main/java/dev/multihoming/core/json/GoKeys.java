package dev.multihoming.core.json;

import java.util.Optional;

/// Which key Go's `encoding/json` would take for a struct field.
///
/// Go does not prefer an exact match over a folded one: of all members whose keys fold to the field's name,
/// the last in the text wins (facts A4). Folding is Unicode simple folding, under which U+017F is an `s` and
/// U+212A a `k` (facts A11). That a `null` changes nothing is for [GoFields] to say.
public final class GoKeys {
    private GoKeys() {}

    /// The member that Go would decode into the field called `field` (ASCII), if any.
    public static Optional<JsonMember> winner(JsonObject object, String field) {
        JsonMember winner = null;
        for (JsonMember member : object.members()) {
            if (foldsTo(member.key(), field)) {
                winner = member;
            }
        }
        return Optional.ofNullable(winner);
    }

    /// Whether Go takes `key` for the field called `field` (ASCII).
    public static boolean foldsTo(String key, String field) {
        if (key.length() != field.length()) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (fold(key.charAt(i)) != fold(field.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Two keys that Go would decode into one field (ASCII) have the same folded form.
    public static String folded(String key) {
        StringBuilder folded = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            folded.append(fold(key.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case '\u017F' -> 's';
            case '\u212A' -> 'k';
            default -> c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        };
    }
}
