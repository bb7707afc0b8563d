package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A network of a plugin as people keep it in files. What is around the values of its fields is drawn once, so that
/// the same network with another value is the text that an edit must come to.
///
/// @param values by field of the form, as JSON; those of `metadata` and `resource` are texts
/// @param order of all keys of the config, also of those that are absent
record RandomNetwork(long seed, String type, Map<String, String> values, List<String> order, List<String> ipamOrder) {
    private static final List<String> UNKNOWN = List.of("x-note", "x-nested");
    private static final List<String> TEXTS = List.of(
            "br1",
            "br-é",
            "it's",
            "#1",
            "a: b",
            "say \"hi\"",
            "back\\slash",
            "10.1.0.0/24",
            "😀",
            " ",
            "{{x}}",
            "-",
            "*a");

    static RandomNetwork of(String type, long seed) {
        Random random = new Random(seed);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("metadata.name", "fabric");
        if (random.nextBoolean()) {
            values.put("metadata.namespace", "ledger");
        }
        if (random.nextBoolean()) {
            values.put("resource", "example.com/card");
        }
        String ipam = List.copyOf(
                        new TreeMap<>(Map.of("host-local", 1, "static", 1, "whereabouts", 1, "dhcp", 1)).keySet())
                .get(random.nextInt(4));
        boolean hasIpam = random.nextInt(3) > 0;
        if (hasIpam) {
            values.put("ipam.type", quoted(ipam));
        }
        List<String> order = new ArrayList<>(List.of("cniVersion", "name", "type", "ipam"));
        order.addAll(UNKNOWN);
        List<String> ipamOrder = new ArrayList<>(List.of("type", "x-pool"));
        for (String field : fields(type, ipam)) {
            (field.startsWith("ipam.") ? ipamOrder : order).add(field.replace("ipam.", ""));
            if (random.nextBoolean() && (hasIpam || !field.startsWith("ipam."))) {
                values.put(field, sample(type, ipam, field, random, true));
            }
        }
        Collections.shuffle(order, random);
        Collections.shuffle(ipamOrder, random);
        return new RandomNetwork(seed, type, values, order, ipamOrder);
    }

    /// Those of its form in the config, without the type of its IPAM.
    private static List<String> fields(String type, String ipam) {
        List<String> keys = new ArrayList<>(KnownPlugins.of(type).orElseThrow().form().stream()
                .map(FormField::key)
                .toList());
        KnownPlugins.ipam(ipam).orElseThrow().form().forEach(it -> keys.add("ipam." + it.key()));
        return keys;
    }

    /// All fields that its form shows now.
    List<String> fields() {
        List<String> all = new ArrayList<>(List.of("metadata.name", "metadata.namespace", "resource", "ipam.type"));
        fields(type, ipamType().isEmpty() ? "dhcp" : ipamType()).forEach(all::add);
        return all;
    }

    String ipamType() {
        return values.getOrDefault("ipam.type", "").replace("\"", "");
    }

    /// As the form shows it; empty for an absent field.
    String shown(String field) {
        String value = values.getOrDefault(field, "");
        return value.startsWith("\"") ? text(value) : value;
    }

    Map<String, String> allShown() {
        Map<String, String> shown = new TreeMap<>();
        fields().forEach(it -> shown.put(it, shown(it)));
        return shown;
    }

    RandomNetwork with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new RandomNetwork(seed, type, changed, order, ipamOrder);
    }

    RandomNetwork without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(field);
        return new RandomNetwork(seed, type, changed, order, ipamOrder);
    }

    /// Another value for a field, written as the console writes it.
    String another(String field, Random random) {
        String value;
        do {
            value = switch (field) {
                case "metadata.name", "metadata.namespace" -> "n" + random.nextInt(1_000);
                case "resource" -> "example.com/n" + random.nextInt(1_000);
                case "ipam.type" ->
                    quoted(List.of("host-local", "static", "whereabouts", "dhcp")
                            .get(random.nextInt(4)));
                default -> sample(type, ipamType(), field, random, false);
            };
        } while (value.equals(values.get(field)) || text(value).equals(shown(field)));
        return value;
    }

    String text() {
        return new NetworkText(new Random(seed)).of(this);
    }

    /// Its members in their order, those that are there.
    Map<String, String> config() {
        Map<String, String> members = new LinkedHashMap<>();
        for (String key : order) {
            switch (key) {
                case "cniVersion" -> members.put(key, "\"1.0.0\"");
                case "name" -> members.put(key, quoted(seed % 2 == 0 ? shown("metadata.name") : "other"));
                case "type" -> members.put(key, quoted(type));
                case "x-note" -> members.put(key, "\"kept: 'as' it \\u0069s # é\"");
                case "x-nested" -> members.put(key, "{\"list\":[1,  2.0, {\"deep\":null}]}");
                default -> {
                    if (values.containsKey(key)) {
                        members.put(key, values.get(key));
                    }
                }
            }
        }
        return members;
    }

    /// The same of its IPAM config; none without a type.
    Map<String, String> ipam() {
        if (ipamType().isEmpty()) {
            return Map.of();
        }
        return ipamOrder.stream()
                .filter(it -> it.startsWith("x-") || values.containsKey("ipam." + it))
                .collect(Collectors.toMap(
                        it -> it, it -> values.getOrDefault("ipam." + it, "true"), (a, _) -> a, LinkedHashMap::new));
    }

    private static String sample(String type, String ipam, String field, Random random, boolean mayEscape) {
        List<Field> table = field.startsWith("ipam.")
                ? KnownPlugins.ipam(ipam).map(IpamPlugin::fields).orElseThrow()
                : KnownPlugins.of(type).map(CniPlugin::fields).orElseThrow();
        FieldType of = table.stream()
                .filter(it -> it.key().equals(field.replace("ipam.", "")))
                .findFirst()
                .map(Field::type)
                .orElseThrow();
        return switch (of) {
            case FieldType.Flag _, FieldType.FlagOrWord _ -> String.valueOf(random.nextBoolean());
            case FieldType.Whole _, FieldType.Mtu _ -> String.valueOf(random.nextInt(5_000));
            case FieldType.Choice _, FieldType.Text _, FieldType.Formed _ -> {
                String json = quoted(TEXTS.get(random.nextInt(TEXTS.size())));
                yield mayEscape && random.nextBoolean()
                        ? json.replace("b", "\\u0062").replace("/", "\\/")
                        : json;
            }
            case FieldType.Listing _ -> "[\"a\",\"b" + random.nextInt(100) + "\"]";
            case FieldType.Any _, FieldType.Struct _, FieldType.Mapping _, FieldType.FreeForm _ ->
                "{\"a\":[" + random.nextInt(100) + "]}";
        };
    }

    /// What a person types for a value.
    static String text(String json) {
        return json.startsWith("\"") ? NetworkText.decoded(json) : json;
    }

    static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
