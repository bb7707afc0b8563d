package dev.multihoming.core.multus;

/// What of other people's text may be repeated as it stands in something to copy, where nothing can be escaped.
final class Printable {
    private Printable() {}

    /// Whether it is one line that every terminal shows as it is.
    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
