package dev.multihoming.core.schema;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.schema.SchemaViolation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What the fields of one struct must be to each other: there, and in order.
record Combinations(JsonPath path, JsonObject object, Consumer<SchemaViolation> sink) {
    void check(FieldType.Struct struct, Decoding decoding) {
        struct.intervals().forEach(interval -> interval(interval, decoding));
        if (decoding != Decoding.COMPLETED) {
            List<String> required = struct.required();
            for (int i = 0; i < required.size(); i++) {
                required(required.get(i), struct);
            }
        }
    }

    private void required(String key, FieldType.Struct struct) {
        if (GoFields.set(object, key).isPresent()) {
            return;
        }
        // A null is filled in where it stands: a second key beside it would be a repeated one.
        Optional<JsonMember> empty = GoKeys.winner(object, key);
        String example = struct.example(key);
        sink.accept(new SchemaViolation(
                Kind.MISSING,
                empty.map(member -> path.child(member.key())).orElse(path),
                empty.map(member -> member.value().start()).orElse(object.start()),
                Quoted.of(key) + (empty.isPresent() ? " is null" : " is missing"),
                (empty.isPresent() ? "Write " : "Add ") + Quoted.of(key) + (example.isEmpty() ? "" : ": " + example)));
    }

    private void interval(FieldType.Interval interval, Decoding decoding) {
        Optional<JsonMember> low = GoFields.set(object, interval.low());
        Optional<JsonMember> high = GoFields.set(object, interval.high());
        String names = Quoted.of(interval.low()) + " and " + Quoted.of(interval.high());
        if (low.isPresent() != high.isPresent()) {
            refuse("only one of " + names + " is given", "Write both, or neither");
        } else if (low.isPresent() && whole(low, decoding) > whole(high, decoding)) {
            refuse(
                    "%s are %d and %d".formatted(names, whole(low, decoding), whole(high, decoding)),
                    "Write the lower number as " + Quoted.of(interval.low()));
        }
    }

    private void refuse(String fact, String remedy) {
        sink.accept(new SchemaViolation(Kind.COMBINATION, path, object.start(), fact, remedy));
    }

    /// 0 where it is no whole number, which is a violation of its own.
    private static long whole(Optional<JsonMember> member, Decoding decoding) {
        return member.map(JsonMember::value)
                .filter(JsonNumber.class::isInstance)
                .map(number -> decoding.whole((JsonNumber) number))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElse(0L);
    }
}
