package dev.multihoming.core.schema;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.Optional;

/// Two options that a reader refuses together. Each is a path of keys; it is set where the last one holds `true`,
/// a number, or a string that is not empty.
public record ExclusiveOptions(List<String> first, List<String> second) implements Exclusion {
    public ExclusiveOptions {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    @Override
    public Optional<SchemaViolation> violation(JsonPath path, JsonObject object) {
        if (!isSet(object, first) || !isSet(object, second)) {
            return Optional.empty();
        }
        String one = KeyChain.quoted(first);
        String other = KeyChain.quoted(second);
        return Optional.of(new SchemaViolation(
                SchemaViolation.Kind.COMBINATION,
                path,
                object.start(),
                one + " and " + other + " are both set",
                "Remove " + one + " or " + other));
    }

    private static boolean isSet(JsonObject object, List<String> keys) {
        return KeyChain.value(object, keys).filter(ExclusiveOptions::counts).isPresent();
    }

    /// Also 0: the options that exclude each other are told from absent ones by a pointer.
    private static boolean counts(Json value) {
        return value instanceof JsonNumber
                || (value instanceof JsonBoolean flag && flag.value())
                || (value instanceof JsonString text && !text.value().isEmpty());
    }
}
