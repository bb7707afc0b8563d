package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.SourceSpan;

/// The line that a span begins in, cut to what a terminal shows, and what goes below it.
///
/// @param padding as wide as what stands before the span
/// @param caret below the span
record Excerpt(String line, String padding, String caret) {
    private static final int MAX_WIDTH = 100;
    private static final int BEFORE = 60;
    private static final String CUT = "…";

    static Excerpt of(SourceSpan span) {
        String line = span.source().lineAt(span.start());
        int start = Math.min(line.length(), span.start() - lineStart(span));
        int length = Math.clamp(span.end() - span.start(), 1, Math.max(1, line.length() - start));
        int from =
                line.length() <= MAX_WIDTH ? 0 : whole(line, Math.clamp(start - BEFORE, 0, line.length() - MAX_WIDTH));
        int to = whole(line, Math.min(line.length(), from + MAX_WIDTH));
        String shown = (from > 0 ? CUT : "") + line.substring(from, to) + (to < line.length() ? CUT : "");
        String before = (from > 0 ? CUT : "") + line.substring(from, start);
        String marked = line.substring(start, Math.min(to, start + length));
        return new Excerpt(
                Shown.of(shown.replace('\t', ' ')),
                " ".repeat(before.codePointCount(0, before.length())),
                "^".repeat(Math.max(1, marked.codePointCount(0, marked.length()))));
    }

    private static int lineStart(SourceSpan span) {
        return span.source().text().lastIndexOf('\n', span.start() - 1) + 1;
    }

    /// Not between the two units of one character.
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
