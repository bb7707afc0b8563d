package dev.multihoming.console.pages;

/// Numbers of things, in words.
final class Counts {
    private Counts() {}

    /// `1 network`, `10,000 networks`.
    static String of(int count, String thing) {
        return count == 1 ? "1 " + thing : "%,d %ss".formatted(count, thing);
    }
}
