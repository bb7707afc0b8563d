package dev.multihoming.core.json;

/// A string, unescaped.
public record JsonString(int start, int end, String value) implements Json {
    @Override
    public String typeName() {
        return "a string";
    }

    @Override
    public boolean isZero() {
        return value().isEmpty();
    }
}
