package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Style;
import java.util.List;
import java.util.regex.Pattern;

/// How new text is written inside a scalar, in the style that it has.
final class ScalarWriting {
    private static final Pattern LINE_BREAKS = Pattern.compile("\n+");

    private ScalarWriting() {}

    /// The ways to write it, the likeliest first: which one a reader takes for `text` depends on what is around it.
    ///
    /// @param lineEnd of the source
    /// @param indent of its lines
    static List<String> of(String text, Style style, String lineEnd, int indent) {
        return switch (style) {
            case DOUBLE_QUOTED -> List.of(escaped(text));
            case SINGLE_QUOTED -> List.of(broken(text.replace("'", "''"), lineEnd, indent));
            case PLAIN -> List.of(broken(text, lineEnd, indent));
            case LITERAL -> List.of(text.replace("\n", lineEnd + " ".repeat(indent)));
            case FOLDED ->
                List.of(
                        text.replace("\n", lineEnd + " ".repeat(indent)),
                        text.replace("\n", lineEnd + lineEnd + " ".repeat(indent)));
        };
    }

    /// One line break in there is a space; each further one is a line break.
    private static String broken(String text, String lineEnd, int indent) {
        return LINE_BREAKS
                .matcher(text)
                .replaceAll(it -> lineEnd.repeat(it.group().length() + 1) + " ".repeat(indent));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
