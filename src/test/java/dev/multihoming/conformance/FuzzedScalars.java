package dev.multihoming.conformance;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// YAML documents with one scalar without quotes, as a value or as a key: words, numbers and what looks like them.
final class FuzzedScalars {
    /// Without a fraction, as values and as keys.
    private static final List<String> WORDS = List.of(
            "y",
            "N",
            "yes",
            "No",
            "oN",
            "OFF",
            "true",
            "FALSE",
            "tRue",
            "null",
            "~",
            "NULL",
            "nul",
            "2026-11-30",
            "2026-11-30T10:00:00Z",
            "12:30",
            "12:30:45",
            "1_000",
            "-0");

    private static final List<String> NUMBERS = List.of(
            ".inf",
            "-.Inf",
            "+.INF",
            ".nan",
            ".NaN",
            "Infinity",
            "NaN",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "1e999",
            "-1e999",
            "1e21",
            "123456789e13",
            "0.1e-7");

    /// What numbers of some language are made of.
    private static final List<String> PARTS = List.of(
            "0", "1", "7", "8", "9", "+", "-", ".", "_", "e", "E", "x", "X", "b", "o", "O", "a", "F", "y", "n", ":",
            "0x", "0b", "0o", "e+", "e-");

    /// How Go writes fractions as keys is nothing to imitate.
    private static final List<String> KEYS = List.of("net1", "08", "017", "0o17", "0x1F", "0b11", "-1", "+1", "");

    private static final int MOST_PARTS = 6;

    private final Random random;

    FuzzedScalars(long seed) {
        this.random = new Random(seed);
    }

    Stream<String> documents() {
        return Stream.generate(this::document);
    }

    private String document() {
        return random.nextInt(20) == 0 ? one(WORDS, KEYS) + ": value\n" : "key: " + scalar() + "\n";
    }

    private String scalar() {
        if (random.nextInt(8) == 0) {
            return one(WORDS, NUMBERS);
        }
        return IntStream.range(0, 1 + random.nextInt(MOST_PARTS))
                .mapToObj(_ -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining());
    }

    private String one(List<String> some, List<String> others) {
        int index = random.nextInt(some.size() + others.size());
        return index < some.size() ? some.get(index) : others.get(index - some.size());
    }
}
