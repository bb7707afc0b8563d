package dev.multihoming.core.json;

import java.util.ArrayList;
import java.util.List;

/// An object of a document and the path to it.
public record LocatedObject(JsonPath path, JsonObject object) {
    /// The object itself and every object in it, whatever its depth, in the order of the text.
    public static List<LocatedObject> allIn(JsonObject document) {
        return allIn(JsonPath.ROOT, document);
    }

    /// The same of one that stands at that path.
    public static List<LocatedObject> allIn(JsonPath path, JsonObject object) {
        List<LocatedObject> found = new ArrayList<>();
        collect(path, object, found);
        return found;
    }

    private static void collect(JsonPath path, Json value, List<LocatedObject> found) {
        switch (value) {
            case JsonObject object -> {
                found.add(new LocatedObject(path, object));
                for (JsonMember member : object.members()) {
                    collect(path.child(member.key()), member.value(), found);
                }
            }
            case JsonArray array -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    collect(path.child(i), array.elements().get(i), found);
                }
            }
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
        }
    }
}
