package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the key that was probably meant: `"type:"`, `"typ"`, `" type"`.
public final class NearMiss {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

    private NearMiss() {}

    /// Which key of the object was probably meant to be the wanted one.
    public static Optional<String> of(String wanted, JsonObject object) {
        return object.members().stream()
                .map(JsonMember::key)
                .filter(key -> isClose(GoKeys.folded(key), wanted))
                .findFirst();
    }

    /// Whether one is a slip away from the other, both in small letters.
    public static boolean isClose(String key, String wanted) {
        return Math.abs(key.length() - wanted.length()) <= 3
                && (letters(key).equals(letters(wanted)) || isOneEditApart(key, wanted));
    }

    private static String letters(String key) {
        return NO_LETTER.matcher(key).replaceAll("");
    }

    /// One character added, left out, replaced, or two neighbours swapped.
    private static boolean isOneEditApart(String a, String b) {
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < a.length() - from
                && tail < b.length() - from
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        String left = a.substring(from, a.length() - tail);
        String right = b.substring(from, b.length() - tail);
        boolean swapped = left.length() == 2 && right.contentEquals(new StringBuilder(left).reverse());
        return swapped || Math.max(left.length(), right.length()) == 1;
    }
}
