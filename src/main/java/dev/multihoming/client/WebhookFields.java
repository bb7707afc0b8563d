package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// Compares the webhooks of a registered configuration with the shipped ones. What the API server adds of its own
/// accord is no difference.
public final class WebhookFields {
    /// What the openshift overlay adds to the shipped conditions. Anything else in its place is a difference.
    public static final JsonNode PLATFORM_LEFT_OUT = JsonNodeFactory.instance
            .objectNode()
            .put("name", "not-of-the-platform")
            .put("expression", "!(request.namespace == 'openshift' || request.namespace.startsWith('openshift-'))");

    private static final YAMLMapper YAML = new YAMLMapper();

    private WebhookFields() {}

    /// The configuration that is shipped.
    ///
    /// @param kind `validating` or `mutating`
    public static JsonNode shipped(String kind) {
        try (InputStream file = WebhookFields.class.getResourceAsStream("/webhook-config/" + kind + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("the webhook configuration is not in the jar");
            }
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The webhooks of a configuration; none of a missing node. The map is the caller's.
    public static Map<String, JsonNode> byName(JsonNode configuration) {
        Map<String, JsonNode> webhooks = new HashMap<>();
        configuration
                .path("webhooks")
                .forEach(it -> webhooks.put(it.path("name").asText(), it));
        return webhooks;
    }

    /// Whether two webhooks have the same in a field.
    public static boolean isSame(String field, JsonNode shipped, JsonNode registered) {
        return isSame(shipped.path(field), withoutPlatform(registered.path(field)));
    }

    /// A field that we leave out comes back as an empty one.
    public static boolean isSame(JsonNode ours, JsonNode theirs) {
        return ours.equals(theirs)
                || (ours.isEmpty() && theirs.isEmpty() && !ours.isValueNode() && !theirs.isValueNode());
    }

    private static JsonNode withoutPlatform(JsonNode field) {
        if (!(field instanceof ArrayNode conditions)) {
            return field;
        }
        ArrayNode others = conditions.deepCopy();
        others.removeIf(PLATFORM_LEFT_OUT::equals);
        return others;
    }
}
