package dev.multihoming.conformance;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Annotations and configs as authors, tools and attackers might write them.
final class FuzzedTexts {
    private static final List<String> TEXTS = List.of("\"a\"", "\"b\"", "\"\"", "null", "1");

    /// The keys of an element (node-behavior.md#json-elements) with values of the right type, most of them
    /// good.
    private static final Map<String, List<String>> ELEMENT = new TreeMap<>(Map.ofEntries(
            Map.entry("name", List.of("\"a\"", "\"b\"", "\"n.c\"", "\"a\"", "\"\"", "null", "\"A\"", "\"t/a\"")),
            Map.entry("namespace", List.of("\"t\"", "\"u\"", "\"\"", "null", "\"U\"", "\"t.u\"")),
            Map.entry("interface", List.of("\"net1\"", "\"net2\"", "\"\"", "null", "1")),
            Map.entry("interfaceRequest", List.of("\"net3\"", "\"net4\"", "\"\"", "null")),
            Map.entry(
                    "ips",
                    List.of(
                            "[\"10.0.0.1\"]",
                            "[\"10.0.0.1/33\"]",
                            "[\"::1/64\",\"1.2.3.4/0\"]",
                            "[null]",
                            "[\"1.02.3.4\"]")),
            Map.entry(
                    "mac",
                    List.of("\"02:00:00:00:00:01\"", "\"0200.0000.0001\"", "\"020000000001\"", "\"2:0\"", "null")),
            Map.entry("infiniband-guid", List.of("\"02:00:00:00:00:00:00:01\"", "\"\"", "\"x\"")),
            Map.entry("portMappings", List.of("[{\"hostPort\":1}]", "[null]", "[{\"HOSTPORT\":1.0}]", "{}")),
            Map.entry(
                    "bandwidth",
                    List.of("{\"ingressRate\":1}", "{\"egressBurst\":\"1\"}", "{\"IngressRate\":1e2}", "null")),
            Map.entry("deviceID", TEXTS),
            Map.entry("cni-args", List.of("{}", "{\"a\":1,\"a\":2}", "{\"a\":1e400}", "[]", "null")),
            Map.entry(
                    "default-route",
                    List.of(
                            "[\"10.0.0.1\"]",
                            "[\"::1\"]",
                            "[\"\"]",
                            "[null]",
                            "[]",
                            "null",
                            "\"10.0.0.1\"",
                            "[\"10.0.0.1/24\"]",
                            "[\"::ffff:1.2.3.4\"]")),
            Map.entry("ipam-claim-reference", TEXTS),
            Map.entry("other", TEXTS)));

    /// The keys of a config that Multus and libcni read (node-behavior.md#config-text).
    private static final Map<String, List<String>> PLUGIN = new TreeMap<>(Map.ofEntries(
            Map.entry("type", List.of("\"bridge\"", "\"macvlan\"", "\"ptp\"", "\"\"", "null", "1")),
            Map.entry("name", List.of("\"a\"", "\"\"", "null", "{}")),
            Map.entry("cniVersion", List.of("\"1.0.0\"", "\"0.3.1\"", "\"\"", "null", "1")),
            Map.entry("capabilities", List.of("{\"ips\":true}", "{\"ips\":1}", "{\"ips\":null}", "[]", "null")),
            Map.entry("ipam", List.of("{\"type\":\"static\"}", "{\"TYPE\":1}", "{}", "null", "\"dhcp\"")),
            Map.entry(
                    "dns", List.of("{\"search\":[null]}", "{\"nameservers\":[1]}", "{\"domain\":\"d\"}", "null", "[]")),
            Map.entry("prevResult", List.of("{}", "null", "[]", "{\"a\":1}")),
            Map.entry("cni.dev/valid-attachments", List.of("[]", "[{}]", "[{\"ifname\":1}]", "{}")),
            Map.entry("bridge", TEXTS),
            Map.entry("vlan", List.of("0", "100", "\"100\"", "null"))));

    private static final Map<String, List<String>> LIST_ONLY = Map.of(
            "disableCheck", List.of("true", "false", "\"true\"", "null"),
            "disableGC", List.of("true", "0", "null"),
            "plugins", List.of("[]", "null", "[null]", "{}", "[{\"type\":\"bridge\"}]"));

    private final FuzzedJson json;

    FuzzedTexts(long seed) {
        this.json = new FuzzedJson(new Random(seed));
    }

    /// Texts that Multus takes for JSON.
    Stream<String> annotations() {
        return texts(() -> json.array(this::element))
                .filter(text -> text.chars().anyMatch(c -> c == '[' || c == '{' || c == '"'));
    }

    Stream<String> configs() {
        return texts(this::config).filter(text -> !text.isEmpty());
    }

    private Stream<String> texts(Supplier<String> whole) {
        return Stream.generate(() -> {
            String text = json.chance(98) ? whole.get() : json.value();
            return json.chance(30) ? json.broken(text) : text;
        });
    }

    private String element() {
        String members = json.object(ELEMENT);
        // Most have a good name, or nothing of the rest would be looked at.
        return members.length() > 2 && json.chance(80) ? "{\"name\":\"a\"," + members.substring(1) : members;
    }

    private String config() {
        if (json.chance(60)) {
            return json.object(PLUGIN);
        }
        Map<String, List<String>> keys = new TreeMap<>(PLUGIN);
        keys.putAll(LIST_ONLY);
        keys.remove("type");
        String chain = json.array(() -> json.object(PLUGIN));
        keys.put(
                "plugins",
                Stream.concat(LIST_ONLY.getOrDefault("plugins", List.of()).stream(), Stream.of(chain, chain, chain))
                        .toList());
        String list = json.object(keys);
        return list.length() > 2 && json.chance(70) ? "{\"plugins\":" + chain + "," + list.substring(1) : list;
    }
}
