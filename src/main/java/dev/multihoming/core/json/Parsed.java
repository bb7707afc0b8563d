package dev.multihoming.core.json;

/// What became of reading a text: the value, or where and why it is not one.
public sealed interface Parsed<T> {
    /// The text was read.
    record Ok<T>(T value) implements Parsed<T> {}

    /// The text is not what it should be: the offset of the first wrong character and a fact about it, without
    /// a full stop.
    record Malformed<T>(int offset, String fact) implements Parsed<T> {}
}
