package dev.multihoming.core.multus;

/// White space as Go's `unicode.IsSpace` and `strings.TrimSpace` see it, which is not how Java does: U+0085
/// and the no-break spaces count, the separators U+001C to U+001F do not (node-behavior.md#key-matching).
public final class GoSpace {
    private GoSpace() {}

    static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', ' ' -> true;
            case '\u0085', '\u00A0', '\u1680', '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }

    /// The part of that stretch of the text that `TrimSpace` leaves; where nothing is left, an empty one.
    static Span trim(String text, int start, int end) {
        int from = start;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    /// What `TrimSpace` leaves of that text.
    public static String trim(String text) {
        return trim(text, 0, text.length()).of(text);
    }
}
