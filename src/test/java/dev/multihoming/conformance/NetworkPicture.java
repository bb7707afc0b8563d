package dev.multihoming.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that can be seen of the links, addresses and routes of a namespace, but for what two
/// attaches of the same config never have in common.
final class NetworkPicture {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Random (addresses, names, indexes, ids made of them) or moving (timers, the state a moment after
    /// creation).
    private static final Set<String> ACCIDENTAL = Set.of(
            "address",
            "ifindex",
            "link",
            "link_index",
            "link_netnsid",
            "bridge_id",
            "root_id",
            "regional_root",
            "hello_timer",
            "tcn_timer",
            "topology_change_timer",
            "gc_timer",
            "message_age_timer",
            "forward_delay_timer",
            "hold_timer",
            "operstate",
            "state");

    private NetworkPicture() {}

    static String of(Namespaces namespaces, String namespace) {
        StringBuilder picture = new StringBuilder();
        for (String question : List.of("-d link", "-4 addr", "-4 route")) {
            String[] command = ("ip -j " + question).split(" ", -1);
            String answer =
                    namespaces.program(namespace, Map.of(), command).run("").orThrow(question);
            picture.append(question).append(": ").append(essence(answer)).append('\n');
        }
        return picture.toString();
    }

    private static String essence(String answer) {
        try {
            JsonNode tree = JSON.readTree(answer);
            simplify(tree);
            return tree.toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ip -j does not write JSON: " + answer, e);
        }
    }

    private static void simplify(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(ACCIDENTAL);
            if (object.path("ifname").asText().startsWith("veth")) {
                object.set("ifname", TextNode.valueOf("veth"));
            }
        }
        node.forEach(NetworkPicture::simplify);
    }
}
