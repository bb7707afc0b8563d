package dev.multihoming.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What configs need of a node and of a pod: links of both, and programs.
///
/// @param nodeLinks names of links on the node
/// @param podLinks names of links in the pod, before the network is attached
/// @param addresses hardware addresses of links on the node
/// @param types the types of plugins, also of IPAM plugins
record ConfigNeeds(Set<String> nodeLinks, Set<String> podLinks, Set<String> addresses, Set<String> types) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 15;

    /// The default route of the node, and the link that it leads through.
    private static final List<String> UPLINK = List.of(
            "link add uplink0 mtu 9000 type veth peer name uplink1 mtu 9000",
            "addr add 192.0.2.2/24 dev uplink0",
            "link set uplink1 up",
            "link set uplink0 up",
            "route add default via 192.0.2.1");

    static ConfigNeeds of(List<JsonNode> nads) {
        var needs = new ConfigNeeds(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (JsonNode nad : nads) {
            try {
                needs.look(JSON.readTree(nad.at("/spec/config").asText()));
            } catch (JsonProcessingException _) {
                // Multus cannot read it either.
            }
        }
        return needs;
    }

    private void look(JsonNode value) {
        if (value.path("type").isTextual()) {
            types.add(value.path("type").asText());
            Consumer<String> links = inPod(value) ? this::addPodLink : nodeLinks::add;
            Stream.of("master", "device")
                    .map(value::path)
                    .filter(JsonNode::isTextual)
                    .forEach(name -> links.accept(name.asText()));
            value.path("links").forEach(link -> links.accept(link.path("name").asText()));
            if (value.path("hwaddr").isTextual()) {
                addresses.add(value.path("hwaddr").asText());
            }
        }
        value.forEach(this::look);
    }

    /// What Multus makes in the pod is not made before.
    private void addPodLink(String name) {
        if (!name.matches("eth0|net[0-9]+")) {
            podLinks.add(name);
        }
    }

    private static boolean inPod(JsonNode plugin) {
        return switch (plugin.path("type").asText()) {
            case "macvlan", "ipvlan", "vlan" -> plugin.path("linkInContainer").asBoolean();
            case "bond" -> plugin.path("linksInContainer").asBoolean();
            default -> false;
        };
    }

    /// Lines of `ip -batch` that make them. Where it is known which links nodes have, no others are made.
    List<String> lines(Set<String> known) {
        List<String> lines = new ArrayList<>(UPLINK);
        int number = 0;
        for (String name : nodeLinks) {
            if (!name.isEmpty() && (known.isEmpty() || known.contains(name))) {
                lines.addAll(link(name, number++));
            }
        }
        for (String address : addresses) {
            String name = "hw" + number;
            lines.addAll(link(name, number++));
            lines.add("link set " + name + " address " + address);
        }
        return lines;
    }

    /// A name that is too long for a link is an alternative one.
    private static List<String> link(String name, int number) {
        boolean isLong = name.length() > LONGEST_NAME;
        String link = isLong ? "long" + number : name;
        List<String> lines = new ArrayList<>(List.of(
                "link add " + link + " mtu 9000 type veth peer name wire" + number + " mtu 9000",
                "link set wire" + number + " up",
                "link set " + link + " up"));
        if (isLong) {
            lines.add("link property add dev " + link + " altname " + name);
        }
        return lines;
    }
}
