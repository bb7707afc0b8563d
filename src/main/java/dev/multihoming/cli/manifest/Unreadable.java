package dev.multihoming.cli.manifest;

/// A source that is not what it should be, and why.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /// `fact` is a clause about what stands at `offset`.
    Unreadable(int offset, String fact) {
        super(fact);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String fact() {
        return String.valueOf(getMessage());
    }
}
