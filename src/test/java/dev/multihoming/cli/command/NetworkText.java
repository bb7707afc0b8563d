package dev.multihoming.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Writes a network in one of the ways that YAML and JSON have. What is drawn does not depend on the values.
final class NetworkText {
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random;
    private final boolean isList;
    private final String colon;
    private final String gap;
    private final String pad;
    private final boolean inJson;

    NetworkText(Random random) {
        this.random = random;
        this.isList = random.nextInt(3) == 0;
        this.colon = one(": ", ":", " : ");
        this.gap = one(" ", "", "\n  ", "\n\n  ", "\n    ");
        this.pad = one("", " ", "\n  ");
        this.inJson = random.nextInt(6) == 0;
    }

    String of(RandomNetwork network) {
        String text = inJson ? json(network) : yaml(network);
        return random.nextInt(5) == 0 ? text.replace("\n", "\r\n") : text;
    }

    private String config(RandomNetwork network) {
        Map<String, String> members = network.config();
        Map<String, String> ipam = network.ipam();
        if (!ipam.isEmpty()) {
            members.put("ipam", braces(ipam));
        }
        // The order has a place for it.
        List<String> order = network.order();
        String name = members.getOrDefault("name", "");
        if (isList) {
            members.remove("name");
            members.remove("cniVersion");
        }
        String main = braces(members, order);
        return isList
                ? "{\"cniVersion\"%1$s\"1.0.0\",%2$s\"name\"%1$s%4$s,%2$s\"plugins\"%1$s[%3$s,%2$s{\"type\"%1$s\"tuning\", \"mtu\": 9000}]}"
                        .formatted(colon, gap, main, name)
                : main;
    }

    private String braces(Map<String, String> members, List<String> order) {
        return order.stream()
                .filter(members::containsKey)
                .map(it -> '"' + it + '"' + colon + members.get(it))
                .collect(Collectors.joining("," + gap, "{" + pad, pad + "}"));
    }

    private String braces(Map<String, String> members) {
        return braces(members, List.copyOf(members.keySet()));
    }

    private String json(RandomNetwork network) {
        String space = one("", " ", "\n", "\n  ");
        String metadata = network.values().containsKey("resource")
                ? "," + space + "\"annotations\": {\"note\":1.0," + space + "\"k8s.v1.cni.cncf.io/resourceName\": "
                        + RandomNetwork.quoted(network.shown("resource")) + "}"
                : "," + space + "\"annotations\": {\"note\":1.0}";
        String namespace = network.values().containsKey("metadata.namespace")
                ? "," + space + "\"namespace\" : " + RandomNetwork.quoted(network.shown("metadata.namespace"))
                : "";
        return "{\"apiVersion\": \"k8s.cni.cncf.io/v1\",%1$s\"kind\":\"NetworkAttachmentDefinition\",%1$s\"metadata\":{\"name\": %2$s%3$s%4$s},%1$s\"spec\":{\"config\": %5$s}}"
                        .formatted(
                                space,
                                RandomNetwork.quoted(network.shown("metadata.name")),
                                namespace,
                                metadata,
                                RandomNetwork.quoted(config(network)))
                + one("", "\n");
    }

    private String yaml(RandomNetwork network) {
        List<String> parts = new java.util.ArrayList<>(List.of(
                "apiVersion: k8s.cni.cncf.io/v1   # stable\n",
                "kind: NetworkAttachmentDefinition\n",
                metadata(network),
                spec(network)));
        Collections.shuffle(parts, random);
        return one(
                        "",
                        "# Owned by the storage team.\n",
                        "---\n",
                        "kind: ConfigMap\napiVersion: v1\nmetadata: {name: other}\n---\n")
                + String.join(one("", "\n", "# between\n"), parts)
                + one("", "---\n# nothing\n", "---\napiVersion: v1\nkind: Service\nmetadata: {name: after}\n");
    }

    private String metadata(RandomNetwork network) {
        String name = one("%s", "'%s'", "\"%s\"").formatted(network.shown("metadata.name"));
        String namespace = network.shown("metadata.namespace");
        String resource = network.shown("resource");
        boolean hasOthers = random.nextBoolean();
        String key = "k8s.v1.cni.cncf.io/resourceName: ";
        if (random.nextInt(4) == 0) {
            String annotations = (hasOthers ? "note: 'n'" : "")
                    + (resource.isEmpty() ? "" : (hasOthers ? ", " : "") + key + resource);
            return "metadata: {labels: {team: storage}, name: " + name
                    + (namespace.isEmpty() ? "" : ", namespace: " + namespace)
                    + (annotations.isEmpty() ? "" : ", annotations: {" + annotations + "}") + "} # flow\n";
        }
        String in = one("  ", "    ");
        List<String> lines = new java.util.ArrayList<>(List.of(
                in + "labels: &l {team: storage}\n",
                in + "name: " + name + one("", "   # do not rename") + "\n",
                namespace.isEmpty() ? "" : in + "namespace: " + namespace + "\n",
                (hasOthers || !resource.isEmpty() ? in + "annotations:\n" : "")
                        + (hasOthers ? in + "  note: 'n' # why\n" : "")
                        + (resource.isEmpty() ? "" : in + "  " + key + resource + "\n")));
        Collections.shuffle(lines, random);
        return "metadata:" + one("", " # ours") + "\n" + String.join("", lines);
    }

    private String spec(RandomNetwork network) {
        String json = config(network);
        String indented = json.replace("\n", "\n    ");
        String chomping = one("", "-", "+");
        String end = one("", "  unknown: [1, two]\n", "  # the end\n");
        return "spec:\n  config: "
                + switch (random.nextInt(5)) {
                    case 0 -> "'" + indented.replace("'", "''") + "'   # quoted\n";
                    case 1 ->
                        '"' + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"\n";
                    case 2 -> '"' + indented.replace("\\", "\\\\").replace("\"", "\\\"") + "\" # quoted\n";
                    case 3 -> ">" + chomping + "\n    " + indented + "\n";
                    default -> "|" + chomping + one("", " # why") + "\n    " + indented + "\n";
                }
                + (chomping.equals("+") ? "" : end);
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }

    static String decoded(String json) {
        try {
            return JSON.readTree(json).textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
