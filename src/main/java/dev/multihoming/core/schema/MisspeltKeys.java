package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import java.util.List;
import java.util.Optional;

/// Keys of an object that its reader does not know, a slip away from one that it does. Also beside the key that is
/// probably meant.
public final class MisspeltKeys {
    private static final int LONG_ENOUGH = 4;

    private MisspeltKeys() {}

    /// In the object that stands there, itself.
    ///
    /// @param reader who does not know them, for a person: `the plugin`
    public static List<SchemaViolation> in(JsonPath path, JsonObject object, FieldType.Struct struct, String reader) {
        if (!hasUnknown(object, struct)) {
            return List.of();
        }
        return object.members().stream()
                .filter(member -> !isKnown(member.key(), struct.fields()))
                .flatMap(member -> meant(member, struct).stream()
                        .map(known -> new SchemaViolation(
                                SchemaViolation.Kind.MISSPELT_KEY,
                                path.child(member.key()),
                                member.value().start(),
                                "%s ignores the key %s".formatted(reader, Quoted.of(member.key())),
                                "Write %s if that is meant".formatted(Quoted.of(known)))))
                .toList();
    }

    private static boolean hasUnknown(JsonObject object, FieldType.Struct struct) {
        for (JsonMember member : object.members()) {
            if (!isKnown(member.key(), struct.fields())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> meant(JsonMember member, FieldType.Struct struct) {
        return struct.fields().stream()
                .map(Field::key)
                .filter(key -> key.length() >= LONG_ENOUGH)
                .filter(key -> NearMiss.isClose(GoKeys.folded(member.key()), GoKeys.folded(key)))
                .findFirst();
    }

    /// In any case: a variant of a known key is a violation of its own.
    private static boolean isKnown(String key, List<Field> fields) {
        for (Field field : fields) {
            if (GoKeys.foldsTo(key, field.key())) {
                return true;
            }
        }
        return false;
    }
}
