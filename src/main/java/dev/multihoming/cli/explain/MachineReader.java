package dev.multihoming.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.attachment.MachineInterface;
import dev.multihoming.core.attachment.MachineInterface.Source;
import java.util.ArrayList;
import java.util.List;

/// Reads the networks of a KubeVirt machine, each with the interface of its name (facts D1).
final class MachineReader {
    private MachineReader() {}

    /// `instance` is what describes a machine instance.
    static List<MachineInterface> read(JsonNode instance) {
        JsonNode interfaces = instance.at("/spec/domain/devices/interfaces");
        List<MachineInterface> read = new ArrayList<>();
        for (JsonNode network : instance.at("/spec/networks")) {
            String name = network.path("name").asText();
            read.add(read(network, named(interfaces, name)));
        }
        return read;
    }

    private static MachineInterface read(JsonNode network, JsonNode itsInterface) {
        JsonNode multus = network.path("multus");
        return new MachineInterface(
                network.path("name").asText(),
                source(network),
                multus.path("networkName").asText(),
                multus.path("default").asBoolean(),
                itsInterface.path("macAddress").asText(),
                itsInterface.at("/binding/name").asText(),
                itsInterface.path("state").asText().equals("absent"));
    }

    private static Source source(JsonNode network) {
        if (network.path("multus").isObject()) {
            return Source.MULTUS;
        }
        return network.path("pod").isObject() ? Source.POD : Source.OTHER;
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode element : list) {
            if (element.path("name").asText().equals(name)) {
                return element;
            }
        }
        return list.path(-1);
    }
}
