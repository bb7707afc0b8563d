package dev.multihoming.core.multus;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import java.util.HashSet;
import java.util.Set;

/// Keys that two readers of one annotation can understand differently: Go's decoder takes `NAMESPACE` for
/// `namespace` and the last of several, most others do not (facts A4, A11).
final class AmbiguousKeys {
    private static final int FEW = 8;

    private final int item;
    private final Flaws ambiguities;

    AmbiguousKeys(int item, Flaws ambiguities) {
        this.item = item;
        this.ambiguities = ambiguities;
    }

    /// An object whose keys Go matches to fields: neither repeated keys nor variants of a known one.
    void inStruct(String path, JsonObject object, GoType.Struct struct) {
        repeated(path, object);
        for (JsonMember member : object.members()) {
            struct.fieldFor(member.key())
                    .filter(field -> !field.equals(member.key()))
                    .ifPresent(field -> variant(path, member, field));
        }
    }

    /// A value whose keys are nobody's fields: repeated keys only, at any depth.
    void inFreeForm(String path, Json value) {
        switch (value) {
            case JsonObject object -> {
                repeated(path, object);
                object.members().forEach(member -> inFreeForm(TypeCheck.below(path, member.key()), member.value()));
            }
            case JsonArray array -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    inFreeForm(TypeCheck.below(path, i), array.elements().get(i));
                }
            }
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {
                // No keys.
            }
        }
    }

    private void repeated(String path, JsonObject object) {
        if (!mayRepeat(object)) {
            return;
        }
        Set<String> seen = HashSet.newHashSet(object.members().size());
        Set<String> told = HashSet.newHashSet(0);
        for (JsonMember member : object.members()) {
            if (!seen.add(member.key()) && told.add(member.key())) {
                ambiguities.add(
                        item,
                        TypeCheck.below(path, member.key()),
                        member.keyStart(),
                        "the key %s a second time".formatted(Quoted.of(member.key())),
                        "Write %s once, with the value you mean".formatted(Quoted.of(member.key())));
            }
        }
    }

    /// Whether it is worth a set: few keys, as nearly all objects have, are sooner compared each with each.
    private static boolean mayRepeat(JsonObject object) {
        int count = object.members().size();
        if (count > FEW) {
            return true;
        }
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (object.members().get(i).key().equals(object.members().get(j).key())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void variant(String path, JsonMember member, String field) {
        ambiguities.add(
                item,
                TypeCheck.below(path, member.key()),
                member.keyStart(),
                "the key %s, which Multus takes for %s".formatted(Quoted.of(member.key()), Quoted.of(field)),
                // Without the second half, whoever has both would only make a key that stands twice.
                "Write %s, and only once".formatted(Quoted.of(field)));
    }
}
