package dev.multihoming.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NodeNeeds;
import java.util.HashMap;
import java.util.Map;

/// The configs of the NADs that were given, as they will be stored. Of others it asks what is behind it.
public final class ConfigsOfInputs implements NetworkConfig.Source {
    private final NetworkConfig.Source others;
    private final Map<NadRef, NetworkConfig> given = new HashMap<>();

    /// Of no NADs yet.
    public ConfigsOfInputs(NetworkConfig.Source others) {
        this.others = others;
    }

    /// Another one.
    public void add(NadRef ref, JsonNode nad) {
        given.put(ref, read(nad));
    }

    /// What is known of a NAD as the API server has it.
    public static NetworkConfig read(JsonNode nad) {
        String config = nad.at("/spec/config").asText();
        return config.isEmpty()
                ? new NetworkConfig.OnNode()
                : new NetworkConfig.Written(
                        CniConfigReader.read(config),
                        nad.at("/metadata/annotations").path(NodeNeeds.RESOURCE).asText());
    }

    @Override
    public NetworkConfig of(NadRef ref) {
        NetworkConfig known = given.get(ref);
        return known == null ? others.of(ref) : known;
    }
}
