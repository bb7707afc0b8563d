package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.subject.MachineNetwork;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects the interfaces of a KubeVirt machine's `domain`, each of which belongs to the network of its name.
final class MachineInterfacesReader {
    /// The field of KubeVirt's binding, which has nothing to do with the plugin.
    private static final String BRIDGE_BINDING = "bridge";

    private final Map<String, Interface> interfaces = new HashMap<>();

    private record Interface(String mac, boolean isBridged, boolean isAbsent) {}

    /// The networks, with what the machine has on each.
    List<MachineNetwork> on(List<MachineNetwork> networks) {
        return interfaces.isEmpty() ? networks : networks.stream().map(this::on).toList();
    }

    private MachineNetwork on(MachineNetwork network) {
        Interface attached = interfaces.get(network.name());
        return attached == null ? network : network.attached(attached.mac(), attached.isBridged(), attached.isAbsent());
    }

    void domain(JsonParser parser) throws IOException {
        below(parser, "devices", devices -> below(devices, "interfaces", this::list));
    }

    private interface Read {
        void from(JsonParser parser) throws IOException;
    }

    private static void below(JsonParser parser, String field, Read read) throws IOException {
        JsonFields.eachField(parser, (key, value) -> {
            if (key.equals(field)) {
                read.from(value);
            } else {
                value.skipChildren();
            }
        });
    }

    private void list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Element element = new Element();
            JsonFields.eachField(parser, element::field);
            if (interfaces.size() < MachineNetworksReader.MOST) {
                interfaces.put(element.name, new Interface(element.mac, element.isBridged, element.isAbsent));
            }
        }
    }

    private static final class Element {
        private String name = "";
        private String mac = "";
        private boolean isBridged;
        private boolean isAbsent;

        void field(String key, JsonParser parser) throws IOException {
            switch (key) {
                case "name" -> name = JsonFields.string(parser);
                case "state" -> isAbsent = JsonFields.string(parser).equals("absent");
                case "macAddress" -> mac = JsonFields.string(parser);
                case BRIDGE_BINDING -> {
                    isBridged = parser.currentToken() == JsonToken.START_OBJECT;
                    parser.skipChildren();
                }
                default -> parser.skipChildren();
            }
        }
    }
}
