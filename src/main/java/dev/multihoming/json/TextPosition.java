package dev.multihoming.json;

/// Where an offset is in a text, as a person counts: from 1, in characters rather than UTF-16 units.
public final class TextPosition {
    private TextPosition() {}

    /// "character 17", or "character 57 (line 3)" in a text of several lines.
    public static String of(String text, int offset) {
        String character = "character " + character(text, offset);
        return text.indexOf('\n') < 0 ? character : character + " (line " + line(text, offset) + ")";
    }

    /// The 1-based number of the character at that offset; one more than there are at the end of the text.
    public static int character(String text, int offset) {
        return text.codePointCount(0, offset) + 1;
    }

    private static int line(String text, int offset) {
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
            line++;
        }
        return line;
    }
}
