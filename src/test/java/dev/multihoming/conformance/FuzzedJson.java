package dev.multihoming.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random JSON around known keys: right and wrong values, keys repeated and in every disguise that Go
/// sees through. The same seed gives the same texts.
final class FuzzedJson {
    private static final int MOST_MEMBERS = 5;
    private static final int DEEPEST = 130;

    private static final List<String> WORDS = List.of(
            "null", "true", "false", "[]", "{}", "\"\"", "\"net-a\"", "\"10.1.2.3\"", "[null]", "[{}]", "[\"a\"]");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "1.0",
            "1e2",
            "1E+2",
            "10e-1",
            "0.5",
            "4094",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e308",
            "1e309",
            "-1e400",
            "00",
            "01",
            "+1",
            ".5",
            "1.",
            "1e",
            "0x1",
            "NaN",
            "--1");

    private static final List<String> STRINGS = List.of(
            "\"\\u0061\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00x\"",
            "\"\\n\"",
            "\"\\/\"",
            "\"\\'\"",
            "\"\\u00\"",
            "\"\\x41\"",
            "\"\t\"",
            "\"\u0000\"",
            "\"\u007f\"",
            "\"ä\"",
            "\"\uD83D\uDE00\"",
            "'a'",
            "\"a",
            "a");

    private static final List<String> SPACES =
            List.of("", "", "", "", " ", "\n", "\t", "\r\n", "\u00a0", "\f", "//x\n");

    private static final String SLIPS = "{}[],:\"\\ \n0-+e.ntf'/#\u0000\u00a0\ufeff";

    private final Random random;

    FuzzedJson(Random random) {
        this.random = random;
    }

    /// An object of some of the keys, each with a value made for it or with any other.
    String object(Map<String, List<String>> values) {
        List<String> keys = new ArrayList<>();
        int members = random.nextInt(MOST_MEMBERS + 1);
        for (int i = 0; i < members; i++) {
            keys.add(!keys.isEmpty() && chance(25) ? one(keys) : one(values.keySet()));
        }
        return keys.stream()
                .map(key -> space() + key(key) + space() + ":" + space()
                        + (chance(80) ? one(values.getOrDefault(key, WORDS)) : value()) + space())
                .collect(Collectors.joining(",", "{", "}"));
    }

    String array(Supplier<String> element) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> space() + (chance(95) ? element.get() : value()))
                .collect(Collectors.joining(",", "[", "]" + space()));
    }

    String value() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> one(NUMBERS);
            case 3, 4 -> one(STRINGS);
            case 5 -> "[" + value() + "," + value() + "]";
            case 6 -> "{" + key(one(List.of("a", "type", "name"))) + ":" + value() + "}";
            case 7 -> chance(20) ? deep() : "[]";
            default -> one(WORDS);
        };
    }

    private String deep() {
        int depth = 1 + random.nextInt(DEEPEST);
        return chance(50) ? "[".repeat(depth) + "]".repeat(depth) : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /// The key as it is, or in a disguise.
    private String key(String key) {
        StringBuilder disguised = new StringBuilder();
        boolean plain = chance(75);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            disguised.append(plain || chance(70) ? String.valueOf(c) : disguise(c));
        }
        return chance(2) ? "\"" + disguised + "x\"" : "\"" + disguised + "\"";
    }

    private String disguise(char c) {
        return switch (random.nextInt(4)) {
            case 0 -> "\\u%04x".formatted((int) c);
            case 1 -> c == 's' ? "\u017f" : c == 'k' ? "\u212a" : "\\u%04X".formatted((int) Character.toUpperCase(c));
            default -> String.valueOf(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        };
    }

    /// The text with a slip or a break in it.
    String broken(String text) {
        StringBuilder broken = new StringBuilder(text);
        int slips = 1 + random.nextInt(2);
        for (int i = 0; i < slips && !broken.isEmpty(); i++) {
            int at = random.nextInt(broken.length());
            int end = Math.min(broken.length(), at + 1 + random.nextInt(6));
            switch (random.nextInt(5)) {
                case 0 -> broken.setLength(at);
                case 1 -> broken.delete(at, end);
                case 2 -> broken.insert(at, broken.substring(at, end));
                case 3 -> broken.setCharAt(at, SLIPS.charAt(random.nextInt(SLIPS.length())));
                default -> broken.insert(at, chance(50) ? value() : one(SPACES));
            }
        }
        return wellFormed(broken.toString());
    }

    /// Halves of surrogate pairs cannot come over the wire.
    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(c -> c > Character.MAX_VALUE || !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String space() {
        return chance(90) ? "" : one(SPACES);
    }

    private String one(Collection<String> of) {
        return of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
    }
}
