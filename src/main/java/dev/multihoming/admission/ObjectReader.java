package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonParser;
import dev.multihoming.review.NodeNeeds;
import dev.multihoming.subject.NetworkAnnotations;
import dev.multihoming.subject.ObjectFields;
import dev.multihoming.subject.PodPlacement;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Collects the fields of an `object` or `oldObject`.
final class ObjectReader {
    private String name = "";
    private String generateName = "";
    private @Nullable String networks;
    private @Nullable String defaultNetwork;
    private String resourceName = "";
    private boolean hostNetwork;
    private @Nullable String config;
    private @Nullable PodPlacementReader placement;

    private ObjectReader() {}

    /// Reads the value the parser stands on; anything but an object has no fields.
    static ObjectFields read(JsonParser parser) throws IOException {
        ObjectReader reader = new ObjectReader();
        JsonFields.eachField(parser, reader::topLevel);
        return new ObjectFields(
                reader.name,
                reader.generateName,
                new NetworkAnnotations(reader.networks, reader.defaultNetwork),
                reader.hostNetwork,
                reader.config,
                reader.placement == null ? PodPlacement.NONE : reader.placement.placement(),
                reader.resourceName);
    }

    private void topLevel(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "metadata" -> JsonFields.eachField(parser, this::metadata);
            case "spec" -> JsonFields.eachField(parser, this::spec);
            default -> parser.skipChildren();
        }
    }

    private void metadata(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "generateName" -> generateName = JsonFields.string(parser);
            case "annotations" -> JsonFields.eachField(parser, this::annotation);
            default -> parser.skipChildren();
        }
    }

    private void annotation(String key, JsonParser parser) throws IOException {
        switch (key) {
            case NetworkAnnotations.NETWORKS -> networks = JsonFields.stringOrNull(parser);
            case NetworkAnnotations.DEFAULT_NETWORK -> defaultNetwork = JsonFields.stringOrNull(parser);
            case NodeNeeds.RESOURCE -> resourceName = JsonFields.string(parser);
            default -> parser.skipChildren();
        }
    }

    private void spec(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "hostNetwork" -> hostNetwork = JsonFields.isTrue(parser);
            case "config" -> config = JsonFields.stringOrNull(parser);
            case "containers" -> placement().containers(parser);
            case "initContainers" -> placement().initContainers(parser);
            case "nodeSelector" -> placement().nodeSelector(parser);
            default -> parser.skipChildren();
        }
    }

    private PodPlacementReader placement() {
        PodPlacementReader reader = placement == null ? new PodPlacementReader() : placement;
        placement = reader;
        return reader;
    }
}
