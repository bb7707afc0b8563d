package dev.multihoming.cli.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/// What a case expects: `allowed`, `not-asked`, or rules by what becomes of their findings.
final class Expectation {
    private static final List<String> FATES =
            Arrays.stream(Fate.values()).map(Fate::word).toList();

    private Expectation() {}

    static Outcome read(Fields fields) {
        JsonNode expected = fields.node("expect");
        if (expected.isObject() && !expected.isEmpty()) {
            return rules(Fields.of(fields.file(), fields.where() + ", expect,", expected, FATES));
        }
        return switch (expected.asText()) {
            case "allowed" -> new Outcome(true, Map.of());
            case "not-asked" -> Outcome.NOT_ASKED;
            default ->
                throw fields.bad("needs expect: allowed, not-asked, or rules by what becomes of their findings ("
                        + String.join(", ", FATES) + "), such as {denied: [MH105]}");
        };
    }

    private static Outcome rules(Fields expected) {
        Map<Fate, SortedSet<String>> codes = new EnumMap<>(Fate.class);
        Stream.of(Fate.values()).filter(fate -> expected.has(fate.word())).forEach(fate -> {
            SortedSet<String> those = Rules.codes(expected, expected.texts(fate.word()));
            if (those.isEmpty()) {
                throw expected.bad("names no rule that should be " + fate.word());
            }
            codes.put(fate, those);
        });
        return new Outcome(true, codes);
    }
}
