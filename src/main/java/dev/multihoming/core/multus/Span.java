package dev.multihoming.core.multus;

/// A stretch of a text in UTF-16 units: `start` inclusive, `end` exclusive.
public record Span(int start, int end) {
    /// What stands there.
    String of(String text) {
        return text.substring(start, end);
    }
}
