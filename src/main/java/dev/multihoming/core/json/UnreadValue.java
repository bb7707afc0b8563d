package dev.multihoming.core.json;

import java.util.BitSet;

/// A value that is nested too deeply to be read. Go's decoder takes it, so a text is not refused for it: whoever could
/// make a text malformed to us and not to the node would have a way around every rule.
final class UnreadValue {
    /// Where Go's decoder stops.
    private static final int GO_MAX_DEPTH = 10_000;

    private UnreadValue() {}

    /// The offset after it; -1 where its brackets and strings do not fit, or where Go would not take it either.
    ///
    /// @param start of its bracket
    /// @param around how many brackets are open there
    static int end(String text, int start, int around) {
        BitSet objects = new BitSet();
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> {
                    at = closingQuote(text, at);
                    if (at < 0) {
                        return -1;
                    }
                }
                case '{', '[' -> {
                    if (around + depth == GO_MAX_DEPTH) {
                        return -1;
                    }
                    objects.set(depth++, text.charAt(at) == '{');
                }
                case '}', ']' -> {
                    if (objects.get(--depth) != (text.charAt(at) == '}')) {
                        return -1;
                    }
                    if (depth == 0) {
                        return at + 1;
                    }
                }
                default -> {
                    // Whether the rest is JSON matters to the node alone.
                }
            }
        }
        return -1;
    }

    private static int closingQuote(String text, int opening) {
        for (int at = opening + 1; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '"' -> {
                    return at;
                }
                default -> {
                    // Part of the string.
                }
            }
        }
        return -1;
    }
}
