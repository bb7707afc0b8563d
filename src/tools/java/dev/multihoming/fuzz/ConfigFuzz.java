package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Settings;
import dev.multihoming.webhook.http.Endpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The input is `spec.config` of a NetworkAttachmentDefinition that is made, or changed.
public final class ConfigFuzz {
    private static final Endpoints ENDPOINTS = new Endpoints(new FuzzCluster());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = "k8s.cni.cncf.io";
    private static final String NADS = "network-attachment-definitions";

    private ConfigFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        ObjectNode nad = Requests.nad(text);
        Passage passage = Passage.of(ENDPOINTS, GROUP, NADS, nad);
        if (passage.admitted() && !text.isEmpty()) {
            JsonNode stored =
                    JSON.readTree(passage.repaired().at("/spec/config").asText());
            require(stored.isObject(), "admitted, and no object: " + text);
            requireNoMultus(stored);
            requireAllOf(JSON.readTree(text), stored);
        }
        ObjectNode before =
                Requests.nad("{\"cniVersion\":\"1.0.0\",\"type\":\"bridge\",\"bridge\":\"br0\",\"vlan\":0}");
        Judged.by(ENDPOINTS, Phase.VALIDATE, Requests.update(GROUP, NADS, before, nad));
        Judged.by(ENDPOINTS, Phase.MUTATE, Requests.update(GROUP, NADS, before, nad));
    }

    /// At no depth, since nobody knows which plugin hands on what.
    private static void requireNoMultus(JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            boolean isMultus = member.getKey().equalsIgnoreCase("type")
                    && Settings.DEFAULTS
                            .multus()
                            .nestedPluginTypes()
                            .contains(member.getValue().asText());
            require(!isMultus, "admitted with Multus in it");
        }
        value.forEach(ConfigFuzz::requireNoMultus);
    }

    /// A repair only adds, also in the place of a null.
    private static void requireAllOf(JsonNode written, JsonNode stored) {
        for (Map.Entry<String, JsonNode> member : written.properties()) {
            JsonNode kept = stored.path(member.getKey());
            if (member.getValue().isContainerNode()) {
                requireAllOf(member.getValue(), kept);
            } else if (!member.getValue().isNull()) {
                require(member.getValue().equals(kept), "a repair lost " + member + ": " + stored);
            }
        }
        for (int i = 0; written.isArray() && i < written.size(); i++) {
            requireAllOf(written.path(i), stored.path(i));
        }
    }
}
