package dev.multihoming.core.json;

/// `null`, which Go's decoder treats as "leave the field as it is".
public record JsonNull(int start, int end) implements Json {
    @Override
    public String typeName() {
        return "null";
    }

    @Override
    public boolean isZero() {
        return true;
    }
}
