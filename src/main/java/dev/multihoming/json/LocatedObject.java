package dev.multihoming.json;

import java.util.ArrayList;
import java.util.List;

/// An object of a document and the path to it (RFC 6901).
public record LocatedObject(String pointer, JsonObject object) {
    /// The object itself and every object in it, whatever its depth, in the order of the text.
    public static List<LocatedObject> allIn(JsonObject document) {
        List<LocatedObject> found = new ArrayList<>();
        collect("", document, found);
        return found;
    }

    private static void collect(String pointer, Json value, List<LocatedObject> found) {
        switch (value) {
            case JsonObject object -> {
                found.add(new LocatedObject(pointer, object));
                for (JsonMember member : object.members()) {
                    collect(JsonPointer.of(pointer, member.key()), member.value(), found);
                }
            }
            case JsonArray array -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    collect(JsonPointer.of(pointer, i), array.elements().get(i), found);
                }
            }
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }
}
