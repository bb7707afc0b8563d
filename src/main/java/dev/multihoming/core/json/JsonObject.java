package dev.multihoming.core.json;

import java.util.List;

/// An object with every member in the order of the text, also where a key stands twice.
public record JsonObject(int start, int end, List<JsonMember> members) implements Json {
    public JsonObject {
        members = List.copyOf(members);
    }

    @Override
    public String typeName() {
        return "an object";
    }

    @Override
    public boolean isZero() {
        return members().isEmpty();
    }
}
