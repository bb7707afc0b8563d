package dev.multihoming.cli.manifest;

/// What to underline where only the beginning is known.
final class TokenSpan {
    private static final String ENDS = ",:{}[]";

    private TokenSpan() {}

    /// The word that begins there, with its quotes; never more than the rest of its line, and never nothing.
    static SourceSpan at(Source source, int start) {
        String text = source.text();
        int end = start < text.length() && text.charAt(start) == '"' ? quoted(text, start) : plain(text, start);
        return new SourceSpan(source, start, Math.min(text.length(), Math.max(end, start + 1)));
    }

    private static int quoted(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), end + 1);
    }

    private static int plain(String text, int start) {
        int end = start;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
