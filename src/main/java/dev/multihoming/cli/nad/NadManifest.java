package dev.multihoming.cli.nad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.BlockYaml;
import dev.multihoming.core.review.NodeNeeds;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A NetworkAttachmentDefinition as people keep it in files: its config on lines of its own.
public final class NadManifest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    private static final String CONFIG = "/spec/config";

    /// A string of several lines is written as a block.
    private static final String SECOND_LINE = "end-of-config";

    private static final Pattern END_OF_BLOCK = Pattern.compile("(?m)^ +" + SECOND_LINE + "\n");

    private NadManifest() {}

    /// `resource` names the devices that its plugin gets.
    public static JsonNode of(String name, @Nullable String namespace, @Nullable String resource, JsonNode config) {
        ObjectNode nad = JSON.createObjectNode();
        nad.put("apiVersion", "k8s.cni.cncf.io/v1").put("kind", "NetworkAttachmentDefinition");
        ObjectNode metadata = nad.putObject("metadata").put("name", name);
        if (namespace != null) {
            metadata.put("namespace", namespace);
        }
        if (resource != null) {
            metadata.putObject("annotations").put(NodeNeeds.RESOURCE, resource);
        }
        nad.putObject("spec").put("config", pretty(config));
        return nad;
    }

    /// The same with its config laid out anew, the addresses last: repairs are written into the text as it is.
    public static JsonNode laidOut(JsonNode nad) {
        ObjectNode copy = nad.deepCopy();
        ObjectNode spec = copy.withObject("/spec");
        try {
            JsonNode config = JSON.readTree(spec.path("config").asText());
            if (config instanceof ObjectNode object && object.has("ipam")) {
                object.set("ipam", object.remove("ipam"));
            }
            spec.put("config", pretty(config));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the config is no JSON", e);
        }
        return copy;
    }

    /// With its config in a block, also where that is one line: in quotes each of its own quotes would be escaped.
    public static String yaml(JsonNode nad) {
        String config = nad.at(CONFIG).asText();
        if (nad.at(CONFIG).isTextual() && !config.isEmpty() && config.indexOf('\n') < 0) {
            ObjectNode marked = nad.deepCopy();
            marked.withObject("/spec").put("config", config + "\n" + SECOND_LINE);
            String block = END_OF_BLOCK.matcher(BlockYaml.of(marked)).replaceFirst("");
            // Another field may have the line that ends the block.
            if (BlockYaml.isThat(block, nad)) {
                return block;
            }
        }
        return BlockYaml.of(nad);
    }

    public static String json(JsonNode nad) {
        return pretty(nad) + "\n";
    }

    private static String pretty(JsonNode value) {
        try {
            return PRETTY.writeValueAsString(value).replace(System.lineSeparator(), "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every object can be written", e);
        }
    }
}
