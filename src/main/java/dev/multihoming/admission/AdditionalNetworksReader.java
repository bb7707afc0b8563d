package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.subject.AdditionalNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Collects the `additionalNetworks` of OpenShift's network operator.
final class AdditionalNetworksReader {
    private String name = "";
    private String namespace = "";
    private String rawConfig = "";

    private AdditionalNetworksReader() {}

    /// Reads the value the parser stands on; anything but an array has no networks.
    static List<AdditionalNetwork> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return List.of();
        }
        List<AdditionalNetwork> networks = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            AdditionalNetworksReader reader = new AdditionalNetworksReader();
            JsonFields.eachField(parser, reader::network);
            networks.add(new AdditionalNetwork(networks.size(), reader.name, reader.namespace, reader.rawConfig));
        }
        return networks;
    }

    private void network(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "namespace" -> namespace = JsonFields.string(parser);
            case "rawCNIConfig" -> rawConfig = JsonFields.string(parser);
            default -> parser.skipChildren();
        }
    }
}
