package dev.multihoming.core.json;

/// A number as it was written: whether it fits a Go `int` is for its reader to say.
public record JsonNumber(int start, int end, String text) implements Json {
    @Override
    public String typeName() {
        return "a number";
    }

    /// Whether it is zero to a plugin, which gets it as a float: also `1e-999` is.
    @Override
    public boolean isZero() {
        return Double.parseDouble(text) == 0;
    }

    public boolean isPositive() {
        return Double.parseDouble(text) > 0;
    }
}
