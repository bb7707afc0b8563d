package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// What libcni hands to one plugin of a config.
///
/// @param type the program to run
/// @param config its standard input, but for the result of the plugin before it
record LibcniInput(String type, ObjectNode config) {
    private static final JsonNode NO_TEXT = TextNode.valueOf("");

    /// The plugins of a NAD's config, as Multus 4 reads it (node-behavior.md#config-text) and libcni 1.3
    /// passes it on: `type` first, and only without it `plugins`; every plugin gets the name and the version
    /// of the whole.
    static List<LibcniInput> of(String text, String nad) {
        ObjectNode document = GoJson.read(text);
        if (!document.has("name") || document.path("name").equals(NO_TEXT)) {
            document.put("name", nad);
        }
        JsonNode name = GoJson.field(document, "name").orElse(NO_TEXT);
        JsonNode version = GoJson.field(document, "cniVersion").orElse(NO_TEXT);
        String type = text(document, "type");
        if (!type.isEmpty()) {
            return List.of(of(type, document, name, version));
        }
        List<LibcniInput> chain = GoJson.field(document, "plugins").stream()
                .flatMap(plugins -> StreamSupport.stream(plugins.spliterator(), false))
                .map(ObjectNode.class::cast)
                .map(plugin -> entry(plugin, name, version))
                .toList();
        if (chain.isEmpty()) {
            throw new RefusedByMultus("a delegate must have the 'type' or 'plugins' field");
        }
        return chain;
    }

    /// libcni replaces an entry's name and version, but decodes them before.
    private static LibcniInput entry(ObjectNode plugin, JsonNode name, JsonNode version) {
        text(plugin, "name");
        text(plugin, "cniVersion");
        return of(text(plugin, "type"), plugin, name, version);
    }

    private static String text(ObjectNode object, String field) {
        JsonNode value = GoJson.field(object, field).orElse(NO_TEXT);
        if (!value.isTextual()) {
            throw new RefusedByMultus("cannot unmarshal %s into the field '%s'".formatted(value.getNodeType(), field));
        }
        return value.textValue();
    }

    private static LibcniInput of(String type, ObjectNode plugin, JsonNode name, JsonNode version) {
        ObjectNode config = plugin.deepCopy();
        config.set("name", name);
        config.set("cniVersion", version);
        return new LibcniInput(type, (ObjectNode) GoJson.remarshalled(config));
    }

    /// With the result of the plugin before it.
    String after(JsonNode previous) {
        ObjectNode chained = config.deepCopy();
        chained.set("prevResult", previous);
        return chained.toString();
    }

    /// Multus fails before any plugin runs.
    static final class RefusedByMultus extends RuntimeException {
        private static final long serialVersionUID = 1;

        private RefusedByMultus(String message) {
            super(message);
        }
    }
}
