package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.SegmentIndex;
import dev.multihoming.webhook.http.EmptyCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Objects and networks that are audited, in place of an API server.
abstract class AuditedCluster {
    static final int ROOM = 5;
    static final String BREACH =
            "{metadata: {name: %s, namespace: %s, annotations: {k8s.v1.cni.cncf.io/networks: other/blue}}, spec: {}}";

    static final String CONFIG = """
            {"cniVersion": "1.0.0", "name": "%s", "type": "bridge", "bridge": "br1", "vlan": 150, "macspoofchk": true,\
             "ipam": {"type": "host-local", "subnet": "%s"}}""";

    final SegmentIndex networks = new SegmentIndex();
    final Map<String, List<JsonNode>> objects = new HashMap<>();

    void there(String kind, String yaml) {
        try {
            objects.computeIfAbsent(kind, _ -> new ArrayList<>()).add(json(yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }

    void network(String name, String namespace, String subnet) {
        there("NetworkAttachmentDefinition", """
                {metadata: {name: %s, namespace: %s}, spec: {config: '%s'}}
                """.formatted(name, namespace, CONFIG.formatted(name, subnet)));
        networks.add(asNetwork(name, namespace, subnet));
    }

    static Network asNetwork(String name, String namespace, String subnet) {
        return Network.of(new NadRef(namespace, name), CONFIG.formatted(name, subnet), "");
    }

    Audit audit() {
        return new Audit(
                (kind, namespace, visitor) -> {
                    objects.getOrDefault(kind.kind(), List.of()).stream()
                            .filter(object -> namespace.isEmpty()
                                    || object.at("/metadata/namespace").asText().equals(namespace))
                            .forEach(object -> visitor.visit("v1", object));
                    return Inventory.Coverage.WHOLE;
                },
                EmptyCluster.existing(_ -> EffectivePolicy.BUILT_IN, networks),
                networks::meeting,
                new Wording("https://rules.example/"),
                ROOM);
    }
}
