package dev.multihoming.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.nad.NadManifest;
import java.util.List;

/// A network as the API server has it, or as it is sent there.
final class StoredNetwork {
    /// What the API server writes for itself.
    private static final List<String> OF_THE_SERVER =
            List.of("managedFields", "creationTimestamp", "generation", "selfLink");

    private static final List<String> OF_ONE_STATE = List.of("uid", "resourceVersion");

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private StoredNetwork() {}

    static String uid(JsonNode object) {
        return object.at("/metadata/uid").asText();
    }

    static String resourceVersion(JsonNode object) {
        return object.at("/metadata/resourceVersion").asText();
    }

    /// What a dry run answered, as the object to send: with the uid and version that it replaces, or for a new object
    /// without both.
    static ObjectNode toWrite(JsonNode answered, String resourceVersion) {
        ObjectNode object = answered.deepCopy();
        ObjectNode metadata = object.withObject("/metadata");
        metadata.remove(OF_THE_SERVER);
        if (resourceVersion.isEmpty()) {
            metadata.remove(OF_ONE_STATE);
        } else {
            metadata.put("resourceVersion", resourceVersion);
        }
        return object;
    }

    /// Without what the API server writes for itself, keys in the order of the alphabet: two of them can be compared
    /// line by line.
    static String yaml(JsonNode object) {
        ObjectNode shown = object.deepCopy();
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(OF_THE_SERVER);
            metadata.remove(OF_ONE_STATE);
        }
        try {
            return NadManifest.yaml(
                    SORTED.readTree(SORTED.writeValueAsString(SORTED.treeToValue(shown, Object.class))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every object can be written", e);
        }
    }
}
