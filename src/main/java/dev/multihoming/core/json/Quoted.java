package dev.multihoming.core.json;

/// Values of other people in our sentences: quoted, on one line, cut at 100 characters.
public final class Quoted {
    static final int MAX_CHARS = 100;

    private Quoted() {}

    public static String of(String value) {
        boolean cut = value.codePointCount(0, value.length()) > MAX_CHARS;
        int end = cut ? value.offsetByCodePoints(0, MAX_CHARS) : value.length();
        StringBuilder quoted = new StringBuilder(end + 8).append('"');
        value.substring(0, end).codePoints().forEach(c -> append(quoted, c));
        return quoted.append(cut ? "…\"" : "\"").toString();
    }

    /// Escapes what would end the quotes, break the line, hide or reorder text on a terminal.
    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\');
        }
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> quoted.append(String.format("\\u%04x", c));
            default -> quoted.appendCodePoint(c);
        }
    }
}
