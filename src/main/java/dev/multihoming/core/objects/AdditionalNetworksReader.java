package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.multihoming.core.subject.AdditionalNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Collects the `additionalNetworks` of OpenShift's network operator.
final class AdditionalNetworksReader {
    private String name = "";
    private String namespace = "";
    private String type = "";
    private String rawConfig = "";
    private JsonNode simpleMacvlan = MissingNode.getInstance();

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
            networks.add(reader.network(networks.size()));
        }
        return networks;
    }

    private AdditionalNetwork network(int index) {
        return type.equals("SimpleMacvlan")
                ? new AdditionalNetwork(
                        index, name, namespace, AdditionalNetwork.SIMPLE_MACVLAN, SimpleMacvlan.config(simpleMacvlan))
                : new AdditionalNetwork(index, name, namespace, AdditionalNetwork.RAW, rawConfig);
    }

    private void network(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "namespace" -> namespace = JsonFields.string(parser);
            case "type" -> type = JsonFields.string(parser);
            case AdditionalNetwork.RAW -> rawConfig = JsonFields.string(parser);
            case AdditionalNetwork.SIMPLE_MACVLAN -> simpleMacvlan = JsonFields.tree(parser);
            default -> parser.skipChildren();
        }
    }
}
