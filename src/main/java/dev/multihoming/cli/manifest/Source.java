package dev.multihoming.cli.manifest;

import dev.multihoming.core.json.TextPosition;
import dev.multihoming.core.json.TextPositions;

/// A text that manifests stand in.
///
/// Not thread-safe.
public final class Source {
    private final String name;
    private final TextPositions positions;

    /// `name` is what to call it: the path as it was given, or `<stdin>`.
    public Source(String name, String text) {
        this.name = name;
        this.positions = new TextPositions(text);
    }

    public String name() {
        return name;
    }

    public String text() {
        return positions.text();
    }

    /// Line and column of that UTF-16 unit.
    public TextPosition position(int offset) {
        return positions.at(offset);
    }

    /// The line in which that unit stands, without its end.
    public String lineAt(int offset) {
        String text = text();
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
