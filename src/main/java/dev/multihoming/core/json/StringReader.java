package dev.multihoming.core.json;

/// Reads the quoted strings of one text.
final class StringReader {
    private static final char REPLACEMENT = '\uFFFD';

    private final String text;

    StringReader(String text) {
        this.text = text;
    }

    /// The string whose opening quote stands at `start`.
    Parsed<JsonString> read(int start) {
        int at = start + 1;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return new Parsed.Ok<>(new JsonString(start, at + 1, text.substring(start + 1, at)));
        }
        return withEscapes(start, at);
    }

    private Parsed<JsonString> withEscapes(int start, int firstSpecial) {
        StringBuilder value = new StringBuilder(text.substring(start + 1, firstSpecial));
        int at = firstSpecial;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return new Parsed.Ok<>(new JsonString(start, at + 1, wellFormed(value)));
            }
            if (c < ' ') {
                return new Parsed.Malformed<>(at, SyntaxError.controlCharacter(c));
            }
            int length = c == '\\' ? escape(at, value) : 1;
            if (length < 0) {
                return new Parsed.Malformed<>(at, SyntaxError.escape(text, at));
            }
            if (c != '\\') {
                value.append(c);
            }
            at += length;
        }
        return new Parsed.Malformed<>(start, "a double quote that is never closed");
    }

    /// Appends what the escape at `at` stands for; the length of the escape, or -1 where JSON has no such one.
    private int escape(int at, StringBuilder value) {
        if (at + 1 == text.length()) {
            return -1;
        }
        char kind = text.charAt(at + 1);
        if (kind == 'u') {
            int unit = hex(at + 2);
            if (unit < 0) {
                return -1;
            }
            value.append((char) unit);
            return 6;
        }
        int index = "\"\\/bfnrt".indexOf(kind);
        if (index < 0) {
            return -1;
        }
        value.append("\"\\/\b\f\n\r\t".charAt(index));
        return 2;
    }

    private int hex(int from) {
        if (from + 4 > text.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    /// Go reads half a surrogate pair as U+FFFD, so that two different halves make the same key.
    private static String wellFormed(StringBuilder value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean paired = i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1));
            if (paired) {
                i++;
            } else {
                value.setCharAt(i, REPLACEMENT);
            }
        }
        return value.toString();
    }
}
