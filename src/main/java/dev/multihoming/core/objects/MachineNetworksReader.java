package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.subject.MachineNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Collects the `networks` of a KubeVirt machine.
final class MachineNetworksReader {
    /// No machine has as many. The pod of one that has is judged when it is made.
    static final int MOST = 1_000;

    private String name = "";
    private boolean isPod;
    private boolean isMultus;
    private String networkName = "";
    private boolean isDefault;

    private MachineNetworksReader() {}

    /// Reads the value the parser stands on; anything but an array has no networks.
    static List<MachineNetwork> read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return List.of();
        }
        List<MachineNetwork> networks = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            MachineNetworksReader reader = new MachineNetworksReader();
            JsonFields.eachField(parser, reader::network);
            if (networks.size() < MOST) {
                networks.add(new MachineNetwork(
                        networks.size(),
                        reader.name,
                        reader.isPod,
                        reader.isMultus,
                        reader.networkName,
                        reader.isDefault,
                        "",
                        false,
                        false));
            }
        }
        return networks;
    }

    private void network(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "name" -> name = JsonFields.string(parser);
            case "pod" -> {
                isPod = parser.currentToken() == JsonToken.START_OBJECT;
                parser.skipChildren();
            }
            case "multus" -> {
                isMultus = parser.currentToken() == JsonToken.START_OBJECT;
                JsonFields.eachField(parser, this::multus);
            }
            default -> parser.skipChildren();
        }
    }

    private void multus(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "networkName" -> networkName = JsonFields.string(parser);
            case "default" -> isDefault = JsonFields.isTrue(parser);
            default -> parser.skipChildren();
        }
    }
}
