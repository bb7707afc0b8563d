package dev.multihoming.json;

import com.fasterxml.jackson.core.exc.StreamReadException;

/// Says what is wrong with a text that is not JSON, in the words of the person who wrote it rather than the
/// parser's.
final class SyntaxError {
    private SyntaxError() {}

    static <T> Parsed<T> in(String text, StreamReadException e) {
        int offset = offset(text, e);
        return new Parsed.Malformed<>(offset, fact(text, offset));
    }

    /// The parser's location is that of the first character it could not take, or the one after it.
    private static int offset(String text, StreamReadException e) {
        long reported = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
        return Math.clamp(reported, 0, text.length());
    }

    private static String fact(String text, int offset) {
        if (offset >= text.length()) {
            return "the text ends before its JSON does (an unclosed bracket or quote)";
        }
        char found = text.charAt(offset);
        return switch (found) {
            case '\'' -> "a single quote, where JSON has only double quotes";
            case '/', '#' -> "a comment, which JSON does not have";
            case '}', ']' ->
                lastBefore(text, offset) == ','
                        ? "a trailing comma before '" + found + "'"
                        : "an unexpected '" + found + "'";
            case '\n', '\r', '\t' -> "a line break or tab inside a quoted string (an unclosed quote)";
            default -> "an unexpected " + (found < ' ' ? "control character" : "'" + found + "'");
        };
    }

    private static char lastBefore(String text, int offset) {
        int i = offset - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }
}
