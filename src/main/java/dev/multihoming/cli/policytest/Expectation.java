package dev.multihoming.cli.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.review.Effect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// What a case expects: `allowed`, `not-asked`, or rules by what becomes of their findings.
final class Expectation {
    private static final List<String> EFFECTS =
            Effect.ofFindings().stream().map(Effect::word).toList();

    private Expectation() {}

    static ObjectOutcome read(Fields fields) {
        JsonNode expected = fields.node("expect");
        if (expected.isObject() && !expected.isEmpty()) {
            return rules(Fields.of(fields.file(), fields.where() + ", expect,", expected, EFFECTS));
        }
        return switch (expected.asText()) {
            case "allowed" -> new ObjectOutcome(true, Map.of());
            case "not-asked" -> ObjectOutcome.NOT_ASKED;
            default ->
                throw fields.bad("needs expect: allowed, not-asked, or rules by what becomes of their findings ("
                        + String.join(", ", EFFECTS) + "), such as {denied: [MH105]}");
        };
    }

    private static ObjectOutcome rules(Fields expected) {
        Map<Effect, SortedSet<String>> codes = new EnumMap<>(Effect.class);
        Effect.ofFindings().stream()
                .filter(effect -> expected.has(effect.word()))
                .forEach(effect -> {
                    SortedSet<String> those = Rules.codes(expected, expected.texts(effect.word()));
                    if (those.isEmpty()) {
                        throw expected.bad("names no rule that should be " + effect.word());
                    }
                    codes.put(effect, those);
                });
        return new ObjectOutcome(true, codes);
    }
}
