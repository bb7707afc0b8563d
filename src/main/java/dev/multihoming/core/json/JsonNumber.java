package dev.multihoming.core.json;

/// A number as it was written: whether it fits a Go `int` is for its reader to say.
public record JsonNumber(int start, int end, String text) implements Json {
    @Override
    public String typeName() {
        return "a number";
    }
}
