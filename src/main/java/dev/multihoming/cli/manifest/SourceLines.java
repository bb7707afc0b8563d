package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;

/// The lines of a source, as an edit needs them.
record SourceLines(String source) {
    /// The end of the last scalar in it: a mapping in block style ends where something else begins.
    static int end(Node node) {
        return switch (node) {
            case Mapping mapping
            when !mapping.entries().isEmpty() -> end(mapping.entries().getLast().value());
            case Node.Sequence sequence
            when !sequence.elements().isEmpty() -> end(sequence.elements().getLast());
            case Mapping _, Node.Sequence _, Scalar _ -> node.end();
        };
    }

    /// Behind a comment, too, and behind the brackets that close there.
    int endOfLine(int offset) {
        if (offset > 0 && source.charAt(offset - 1) == '\n') {
            return offset;
        }
        int end = source.indexOf('\n', offset);
        int whole = end < 0 ? source.length() : end;
        return whole > offset && source.charAt(whole - 1) == '\r' ? whole - 1 : whole;
    }

    int startOfLine(int offset) {
        return source.lastIndexOf('\n', offset - 1) + 1;
    }

    /// What ends its lines.
    String lineEnd() {
        return source.contains("\r\n") ? "\r\n" : "\n";
    }
}
