package dev.multihoming.json;

/// A place in a text as editors count it: lines and columns (characters) from 1.
public record TextPosition(int line, int column) {
    /// The place of the UTF-16 unit at `offset`, which may be the one after the last.
    public static TextPosition of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new TextPosition(line, text.codePointCount(lineStart, offset) + 1);
    }

    /// The 1-based number of that character in the whole text, in a text of several lines with its line:
    /// "character 17", "character 57 (line 3)".
    public static String character(String text, int offset) {
        String character = "character " + characterNumber(text, offset);
        return text.indexOf('\n') < 0
                ? character
                : character + " (line " + of(text, offset).line() + ")";
    }

    /// The 1-based number of the character at that offset; one more than there are at the end of the text.
    static int characterNumber(String text, int offset) {
        return text.codePointCount(0, offset) + 1;
    }

    @Override
    public String toString() {
        return "line " + line + " column " + column;
    }
}
