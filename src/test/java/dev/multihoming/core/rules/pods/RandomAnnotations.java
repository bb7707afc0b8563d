package dev.multihoming.core.rules.pods;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Annotations as users, generators and attackers might write them; the same ones in every run.
final class RandomAnnotations {
    private static final List<String> NAMES = List.of("a", "a", "b", "c", "bond", "nope", "lost");
    private static final List<String> INTERFACES =
            List.of("net1", "net2", "net3", "net4", "net5", "foo", "bar", "x.y", "net01", "migration0");
    private static final List<String> HOSTILE = List.of(
            "eth0", "lo", "net%d", "..", "a:b", "", "\u00E0", "0123456789abcdef", "net9999999999999", "\uD800", "\0");
    private static final List<String> MEMBERS = List.of(
            "\"ips\": [\"10.1.2.3/24\"]",
            "\"ips\": \"10.1.2.3\"",
            "\"mac\": \"02:00:00:00:00:01\"",
            "\"mac\": 7",
            "\"interface\": null",
            "\"interface\":\"\"",
            "\"interfaceRequest\":\"old\"",
            "\"default-route\":[\"10.1.2.1\"]",
            "\"cni-args\":{\"x\":[{},null,1e5]}",
            "\"NAMESPACE\":\"tenant-b\"",
            "\"unknown\" : {\"deep\":[[[[]]]]}",
            "\"portMappings\":[{\"hostPort\":80}]");
    private static final String NOISE = "[]{}\",:@/ \n\t\\'#\u0000\u00A0\uFEFF\uD83D\uDE00é1aA%.-_";

    private final Random random;

    private RandomAnnotations(long seed) {
        this.random = new Random(seed);
    }

    /// `count` annotations; some well-formed, some nearly, some not at all.
    static Stream<String> of(long seed, int count) {
        RandomAnnotations annotations = new RandomAnnotations(seed);
        return IntStream.range(0, count).mapToObj(_ -> annotations.next());
    }

    private String next() {
        return switch (random.nextInt(10)) {
            case 0 -> noise();
            case 1 -> broken(json());
            case 2 -> broken(shorthand());
            case 3, 4, 5, 6 -> json();
            default -> shorthand();
        };
    }

    private String shorthand() {
        return several(() -> (chance(10) ? pick(List.of("tenant-a", "tenant-b", "default")) + "/" : "")
                + pick(NAMES)
                + (chance(50) ? "@" + interfaceName() : "")
                + (chance(10) ? " " : ""));
    }

    private String json() {
        return "[" + several(this::element) + (chance(30) ? "\n" : "") + "]";
    }

    private String element() {
        String gap = pick(List.of("", " ", "\n  "));
        String members = "\"name\":" + gap + "\"" + pick(NAMES) + "\"";
        if (chance(50)) {
            members += "," + gap + "\"interface\": \"" + interfaceName() + "\"";
        }
        if (chance(25)) {
            members = pick(MEMBERS) + "," + gap + members;
        }
        return chance(3) ? "null" : "{" + gap + members + gap + "}";
    }

    private String interfaceName() {
        return pick(chance(4) ? HOSTILE : INTERFACES);
    }

    private String several(Supplier<String> one) {
        return Stream.generate(one).limit(random.nextInt(6)).collect(Collectors.joining(","));
    }

    private String noise() {
        return random.ints(random.nextInt(40), 0, NOISE.length())
                .mapToObj(i -> String.valueOf(NOISE.charAt(i)))
                .collect(Collectors.joining());
    }

    private String broken(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        return text.substring(0, at) + NOISE.charAt(random.nextInt(NOISE.length())) + text.substring(end);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
