package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One more network for a networks annotation.
///
/// @param ips without those that are empty
record AnnotatedNetwork(String namespace, String name, String interfaceName, List<String> ips, String mac) {
    static AnnotatedNetwork of(Selection asked) {
        String network = asked.network().strip();
        if (network.isEmpty()) {
            throw new Refused("Choose a network.");
        }
        int slash = network.indexOf('/');
        return new AnnotatedNetwork(
                slash < 0 ? "" : network.substring(0, slash),
                network.substring(slash + 1),
                asked.interfaceName().strip(),
                Arrays.stream(asked.ips().split("[,\\s]+", -1))
                        .filter(ip -> !ip.isEmpty())
                        .toList(),
                asked.mac().strip());
    }

    /// The annotation with only this network.
    String alone() {
        return isShort() ? inShort() : "[" + json() + "]";
    }

    /// What changes in an annotation that is there.
    List<TextEdit> addedTo(String annotation) {
        NetworkSelections there = NetworkSelectionsReader.read(annotation);
        if (!there.violations().isEmpty() || there.items().isEmpty()) {
            throw new Refused("The networks annotation cannot be read; correct it in the YAML.");
        }
        return switch (there.form()) {
            case JSON -> List.of(inArray(annotation));
            case SHORTHAND ->
                isShort()
                        ? List.of(new TextEdit(
                                annotation.stripTrailing().length(),
                                annotation.stripTrailing().length(),
                                ", " + inShort()))
                        : List.of(new TextEdit(0, annotation.length(), asJson(there)));
        };
    }

    /// Spaced as the elements that are there.
    private TextEdit inArray(String annotation) {
        if (!(JsonReader.read(annotation) instanceof Parsed.Ok<Json>(JsonArray array))
                || array.elements().isEmpty()) {
            throw new Refused("The networks annotation is not a list; correct it in the YAML.");
        }
        List<Json> all = array.elements();
        int end = all.getLast().end();
        String gap = all.size() > 1
                ? annotation.substring(
                        all.get(all.size() - 2).end(), all.getLast().start())
                : ", ";
        return new TextEdit(end, end, gap + json());
    }

    /// All of them, since the short form has no place for addresses.
    private String asJson(NetworkSelections there) {
        return Stream.concat(there.items().stream().map(AnnotatedNetwork::of), Stream.of(this))
                .map(AnnotatedNetwork::json)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static AnnotatedNetwork of(NetworkSelection item) {
        return new AnnotatedNetwork(item.namespace(), item.name(), item.interfaceName(), List.of(), "");
    }

    /// Any other text would mean something else there.
    private boolean isShort() {
        return ips.isEmpty()
                && mac.isEmpty()
                && Stream.of(namespace, name, interfaceName).allMatch(it -> it.matches("[A-Za-z0-9._-]*"));
    }

    private String inShort() {
        return (namespace.isEmpty() ? "" : namespace + "/")
                + name
                + (interfaceName.isEmpty() ? "" : "@" + interfaceName);
    }

    private String json() {
        ObjectNode element = JsonNodeFactory.instance.objectNode().put("name", name);
        put(element, "namespace", namespace);
        put(element, "interface", interfaceName);
        if (!ips.isEmpty()) {
            ips.forEach(element.putArray("ips")::add);
        }
        put(element, "mac", mac);
        return element.properties().stream()
                .map(it -> "\"%s\": %s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void put(ObjectNode element, String key, String value) {
        if (!value.isEmpty()) {
            element.put(key, value);
        }
    }
}
