package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.SourceSpan;
import org.jspecify.annotations.Nullable;

/// A file, or the rest of one, that could not be read.
///
/// @param span where reading ended; `null` where it never began
/// @param sentence why, and what to do
public record Unread(String file, @Nullable SourceSpan span, String sentence) {
    static final String NAME = "unreadable";

    int line() {
        return span == null ? 1 : span.from().line();
    }

    int column() {
        return span == null ? 1 : span.from().column();
    }
}
