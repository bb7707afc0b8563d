package dev.multihoming.core.json;

/// Adds to an object in its text so that it looks as if its author had written it.
///
/// Nothing else of the text moves: order, spacing and line breaks of the other members stay.
public final class ObjectEdit {
    private ObjectEdit() {}

    /// Appends `"key": value`, spaced and broken like the object's last member. The object is not empty.
    /// `key` and `value` are JSON that needs no escaping.
    public static TextEdit append(String text, JsonObject object, String key, String value) {
        JsonMember last = object.members().getLast();
        String colon = colon(text, last);
        String gap = spaceBefore(text, last.keyStart());
        if (gap.isEmpty() && object.members().size() == 1) {
            // `{"type": "bridge"}`: nothing shows how its author spaces a comma, but the colon does.
            gap = colon.substring(colon.indexOf(':') + 1);
        }
        int end = last.value().end();
        return new TextEdit(end, end, "," + gap + '"' + key + '"' + colon + value);
    }

    /// Writes `value` where another value stands.
    public static TextEdit replace(Json old, String value) {
        return new TextEdit(old.start(), old.end(), value);
    }

    /// The colon and the space around it. A line break there is for a long value, not for ours.
    private static String colon(String text, JsonMember member) {
        String written = text.substring(keyEnd(text, member), member.value().start());
        return written.indexOf('\n') < 0 ? written : ": ";
    }

    /// The offset after the key's closing quote.
    private static int keyEnd(String text, JsonMember member) {
        int i = member.keyStart() + 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static String spaceBefore(String text, int keyStart) {
        int start = keyStart;
        while (" \t\r\n".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return text.substring(start, keyStart);
    }
}
