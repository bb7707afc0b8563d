package dev.multihoming.rules.nads;

import dev.multihoming.json.JsonEquality;
import dev.multihoming.json.JsonMember;
import dev.multihoming.json.JsonPath;
import dev.multihoming.json.LocatedObject;
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
    /// Every repeated key, anywhere in the config.
    static List<RepeatedKey> allIn(JudgedConfig config) {
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

    private static RepeatedKey of(JsonPath path, List<JsonMember> members) {
        JsonMember first = members.getFirst();
        return members.stream()
                .filter(member -> !JsonEquality.same(first.value(), member.value()))
                .findFirst()
                .map(other -> new RepeatedKey(path, first, other, false))
                .orElseGet(() -> new RepeatedKey(path, first, members.get(1), true));
    }
}
