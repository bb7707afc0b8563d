package dev.multihoming.cli.manifest;

import dev.multihoming.core.json.TextPosition;

/// A stretch of a source in UTF-16 units: `start` inclusive, `end` exclusive.
public record SourceSpan(Source source, int start, int end) {
    /// Where it begins, as editors count.
    public TextPosition from() {
        return source.position(start);
    }

    /// Where it ends: the position after its last character.
    public TextPosition to() {
        return source.position(end);
    }

    public String text() {
        return source.text().substring(start, end);
    }
}
