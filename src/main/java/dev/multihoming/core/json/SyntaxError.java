package dev.multihoming.core.json;

/// Says what is wrong with a text that is not JSON, in the words of the person who wrote it.
///
/// The facts name the usual slips (user reports: trailing comma, single quotes, missing comma, comments, a
/// pasted Python dictionary) rather than the state of a parser.
final class SyntaxError {
    private static final String END_OF_TEXT = "the text ends where a value should stand";
    private static final int MAX_WORD = 20;

    private SyntaxError() {}

    /// At `at` a value should begin, and nothing that begins a value stands there.
    static Parsed.Malformed<Json> noValue(String text, int at) {
        int comma = trailingComma(text, at);
        if (comma >= 0) {
            return new Parsed.Malformed<>(comma, trailingCommaBefore(text.charAt(at)));
        }
        return new Parsed.Malformed<>(at, at == text.length() ? END_OF_TEXT : found(text, at, "in place of a value"));
    }

    /// In the object that began at `start`, a key should begin at `at`.
    static Parsed.Malformed<Json> noKey(String text, int start, int at) {
        int comma = trailingComma(text, at);
        if (comma >= 0) {
            return new Parsed.Malformed<>(comma, trailingCommaBefore(text.charAt(at)));
        }
        return new Parsed.Malformed<>(
                at,
                at == text.length()
                        ? unclosed(text, start, at)
                        : found(text, at, "in place of a key in double quotes"));
    }

    static String noColon(String text, int start, int at) {
        return at == text.length() ? unclosed(text, start, at) : found(text, at, "in place of the ':' after a key");
    }

    /// The object or array that began at `start` neither goes on nor ends at `at`.
    static String unclosed(String text, int start, int at) {
        String opening = "'" + text.charAt(start) + "'";
        if (at == text.length()) {
            return "the text ends, and the %s of character %d is not closed"
                    .formatted(opening, text.codePointCount(0, start) + 1);
        }
        char c = text.charAt(at);
        if (c == '"' || c == '{' || c == '[' || Character.isLetterOrDigit(c)) {
            return "a missing comma before " + (Character.isLetterOrDigit(c) ? wordAt(text, at) : "'" + c + "'");
        }
        return found(text, at, "in place of a comma or of the end of what " + opening + " began");
    }

    static String afterTheEnd(String text, int at) {
        return found(text, at, "after the end of the JSON value");
    }

    static String controlCharacter(char c) {
        return switch (c) {
            case '\n', '\r' -> "a line break inside double quotes (is a closing quote missing?)";
            case '\t' -> "a tab inside double quotes, which JSON writes \\t";
            default -> "a control character inside double quotes";
        };
    }

    static String escape(String text, int at) {
        return "the escape " + wordAt(text, at) + ", which JSON does not have";
    }

    /// The word at `at`, at most twenty characters of it, in double quotes.
    static String wordAt(String text, int at) {
        int end = Math.min(at + 1, text.length());
        while (end < text.length() && end < at + MAX_WORD && isWordPart(text.charAt(end))) {
            end++;
        }
        return '"' + text.substring(at, end) + '"';
    }

    static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    /// The offset of the first character from `at` on that is not one of JSON's four spaces.
    static int pastSpace(String text, int at) {
        int end = at;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static String trailingCommaBefore(char bracket) {
        return "a trailing comma before '" + bracket + "', which JSON does not allow";
    }

    /// The offset of the comma before the closing bracket at `at`; -1 where there is not that.
    private static int trailingComma(String text, int at) {
        if (at == text.length() || (text.charAt(at) != '}' && text.charAt(at) != ']')) {
            return -1;
        }
        int before = at - 1;
        while (before >= 0 && isSpace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && text.charAt(before) == ',' ? before : -1;
    }

    /// What stands at `at`; its place only where that does not go without saying.
    private static String found(String text, int at, String location) {
        char c = text.charAt(at);
        return switch (c) {
            case '\'' -> "a single quote, where JSON has only double quotes";
            case '\u201C', '\u201D', '\u2018', '\u2019' -> "a typographic quote, where JSON has only straight ones";
            case '/', '#' -> "a comment, which JSON does not have";
            case '\uFEFF' -> "a byte order mark (U+FEFF) " + location;
            case '\u00A0' -> "a no-break space (U+00A0) " + location;
            case '"' -> "a double quote " + location;
            default ->
                (Character.isLetterOrDigit(c) ? "the bare word " + wordAt(text, at) : visible(text, at)) + " "
                        + location;
        };
    }

    private static String visible(String text, int at) {
        int c = text.codePointAt(at);
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "the character U+%04X".formatted(c);
            default -> "an unexpected '" + Character.toString(c) + "'";
        };
    }
}
