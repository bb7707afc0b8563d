package dev.multihoming.core.rules.nads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes configs that come close to real ones and are wrong in every way; the same ones for the same seed.
final class ConfigGenerator {
    private static final List<String> KEYS = List.of(
            "type",
            "plugins",
            "name",
            "cniVersion",
            "cniVersions",
            "ipam",
            "vlan",
            "Vlan",
            "vlanTrunk",
            "bridge",
            "macspoofchk",
            "macSpoofChk",
            "mtu",
            "mac",
            "args",
            "cni",
            "dns",
            "capabilities",
            "hairpinMode",
            "promiscMode",
            "minID",
            "maxID",
            "id",
            "x",
            "",
            "\\u0076lan",
            "ma\u017f",
            "~/");

    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "100",
            "1e2",
            "0.5",
            "1e400",
            "\"bridge\"",
            "\"cnv-bridge\"",
            "\"multus\"",
            "\"0.3.1\"",
            "\"1.0.0\"",
            "\"\"",
            "\"a/b\"",
            "\"\\ud800\"",
            "\"br1\"",
            "\"ä\\n\"");

    private static final String NOISE = "{}[]\",:\\\0\uD83D é'#/";

    private final Random random;

    ConfigGenerator(long seed) {
        this.random = new Random(seed);
    }

    /// JSON of any shape, half of it bridges that are right but for what is mixed in.
    String config() {
        if (random.nextInt(4) == 0) {
            return value(0);
        }
        String bridge = bridge();
        return random.nextBoolean()
                ? bridge
                : "{\"cniVersion\":\"1.0.0\"," + gap() + "\"plugins\":" + gap() + "[" + bridge + "," + bridge() + "]}";
    }

    /// The text with a few characters replaced, removed or doubled.
    String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, damaged.charAt(at));
                default -> damaged.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
            }
        }
        return damaged.toString();
    }

    /// The config's content without those members, wherever they stand.
    static JsonNode without(String config, String... keys) {
        try {
            JsonNode tree = new ObjectMapper().readTree(config);
            for (String key : keys) {
                tree.findParents(key).forEach(parent -> ((ObjectNode) parent).remove(key));
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new AssertionError(config, e);
        }
    }

    private String bridge() {
        List<String> members =
                new ArrayList<>(List.of("\"type\":" + gap() + "\"bridge\"", "\"cniVersion\": \"0.3.1\""));
        while (random.nextBoolean()) {
            int at = random.nextInt(members.size() + 1);
            members.add(
                    at, random.nextBoolean() ? "\"vlan\": null" : "\"" + pick(KEYS) + "\"" + gap() + ":" + value(1));
        }
        return "{" + gap() + String.join(gap() + "," + gap(), members) + gap() + "}";
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 4 ? 1 : 3)) {
            case 0 -> pick(SCALARS);
            case 1 -> {
                List<String> members = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.add("\"" + pick(KEYS) + "\":" + gap() + value(depth + 1));
                }
                yield "{" + String.join("," + gap(), members) + "}";
            }
            default -> {
                List<String> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(depth + 1));
                }
                yield "[" + gap() + String.join(",", elements) + "]";
            }
        };
    }

    private String gap() {
        return pick(List.of("", "", " ", "\n  ", "\r\n\t"));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
