package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonEquality;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.LocatedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A key that stands more than once in one object.
///
/// @param path of the object
/// @param again the first repetition whose value differs from the first, else the first repetition
/// @param same whether all values are the same
record RepeatedKey(JsonPath path, JsonMember first, JsonMember again, boolean same) {
    /// Up to here comparing each with each is quicker than a map.
    private static final int FEW = 24;

    /// Every repeated key, anywhere in the config.
    static List<RepeatedKey> allIn(JudgedConfig config) {
        // Two rules ask at every review, and hardly a config has one.
        if (isFree(config.document())) {
            return List.of();
        }
        List<RepeatedKey> repeated = new ArrayList<>();
        for (LocatedObject located : LocatedObject.allIn(config.document())) {
            Map<String, List<JsonMember>> byKey = new LinkedHashMap<>();
            for (JsonMember member : located.object().members()) {
                byKey.computeIfAbsent(member.key(), _ -> new ArrayList<>(1)).add(member);
            }
            byKey.values().stream()
                    .filter(members -> members.size() > 1)
                    .map(members -> of(located.path(), members))
                    .forEach(repeated::add);
        }
        return repeated;
    }

    /// Allocates nothing; tells nothing of objects with very many keys.
    private static boolean isFree(Json value) {
        return switch (value) {
            case JsonObject object -> isFree(object.members());
            case JsonArray array -> array.elements().stream().allMatch(RepeatedKey::isFree);
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> true;
        };
    }

    private static boolean isFree(List<JsonMember> members) {
        if (members.size() > FEW) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            String key = members.get(i).key();
            for (int j = 0; j < i; j++) {
                if (key.equals(members.get(j).key())) {
                    return false;
                }
            }
            if (!isFree(members.get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private static RepeatedKey of(JsonPath path, List<JsonMember> members) {
        JsonMember first = members.getFirst();
        return members.stream()
                .filter(member -> !JsonEquality.same(first.value(), member.value()))
                .findFirst()
                .map(other -> new RepeatedKey(path, first, other, false))
                .orElseGet(() -> new RepeatedKey(path, first, members.get(1), true));
    }
}
