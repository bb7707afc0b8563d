package dev.multihoming.core.json;

import java.util.List;

/// An array and its elements.
public record JsonArray(int start, int end, List<Json> elements) implements Json {
    public JsonArray {
        elements = List.copyOf(elements);
    }

    @Override
    public String typeName() {
        return "an array";
    }

    @Override
    public boolean isZero() {
        return elements().isEmpty();
    }
}
