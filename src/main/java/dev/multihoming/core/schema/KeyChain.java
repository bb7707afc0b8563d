package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import java.util.List;
import java.util.Optional;

/// A field further in, by the keys that lead to it.
final class KeyChain {
    private KeyChain() {}

    /// What Go leaves in that field; empty where it stays unset.
    static Optional<Json> value(JsonObject object, List<String> keys) {
        Optional<JsonObject> parent = Optional.of(object);
        for (String key : keys.subList(0, keys.size() - 1)) {
            parent = parent.flatMap(p -> GoFields.object(p, key));
        }
        return parent.flatMap(p -> GoFields.set(p, keys.getLast())).map(JsonMember::value);
    }

    static String quoted(List<String> keys) {
        return Quoted.of(String.join(".", keys));
    }
}
