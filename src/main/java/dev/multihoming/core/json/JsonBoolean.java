package dev.multihoming.core.json;

/// `true` or `false`.
public record JsonBoolean(int start, int end, boolean value) implements Json {
    @Override
    public String typeName() {
        return "a boolean";
    }

    @Override
    public boolean isZero() {
        return !value();
    }
}
