package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Style;
import java.util.List;

/// How new text is written inside a scalar, in the style that it has.
final class ScalarWriting {
    private ScalarWriting() {}

    /// The ways to write it, the likeliest first: which one a reader takes for `text` depends on what is around it.
    ///
    /// @param lineEnd of the source
    /// @param indent of the lines of a block scalar
    static List<String> of(String text, Style style, String lineEnd, int indent) {
        return switch (style) {
            case DOUBLE_QUOTED -> List.of(escaped(text));
            case SINGLE_QUOTED -> List.of(text.replace("'", "''"));
            case PLAIN -> List.of(text);
            case LITERAL -> List.of(text.replace("\n", lineEnd + " ".repeat(indent)));
            case FOLDED ->
                List.of(
                        text.replace("\n", lineEnd + " ".repeat(indent)),
                        text.replace("\n", lineEnd + lineEnd + " ".repeat(indent)));
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
