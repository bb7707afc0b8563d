package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.plugins.LinkUse;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.topology.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the NodeNetworkStates of nmstate tell of the links of one network: nodes may give a name different meanings.
public final class NodeLinks {
    private final Set<String> names = new LinkedHashSet<>();
    private final String physicalNetwork;
    private final List<Link> found = new ArrayList<>();

    /// A link of a node, in words.
    ///
    /// @param type empty where the node has no such link
    public record Link(String node, String name, String type, String state, String mtu, String connects) {
        private static final List<String> HEADER = List.of("NODE", "LINK", "TYPE", "STATE", "MTU", "CONNECTS");

        private List<String> cells() {
            return Stream.of(node, name, type.isEmpty() ? "not on this node" : type, state, mtu, connects)
                    .map(ListingColumns::orNone)
                    .toList();
        }
    }

    /// The cells of a table of them, with their headings first.
    public static List<List<String>> lines(List<Link> links) {
        return Stream.concat(Stream.of(Link.HEADER), links.stream().map(Link::cells))
                .toList();
    }

    /// Of the network with that config.
    public NodeLinks(Network network, String config) {
        Segment.Kind kind = network.segment().map(Segment::kind).orElse(null);
        String name = network.segment().map(Segment::name).orElse("");
        physicalNetwork = kind == Segment.Kind.PHYSICAL_NETWORK ? name : "";
        if (!config.isEmpty() && physicalNetwork.isEmpty()) {
            names.addAll(written(CniConfigReader.read(config)));
        }
        if (kind == Segment.Kind.BRIDGE || kind == Segment.Kind.OVS_BRIDGE || kind == Segment.Kind.LINK) {
            names.add(name);
        }
    }

    private static List<String> written(CniConfig config) {
        String network = config.document() instanceof Parsed.Ok<JsonObject>(JsonObject document)
                ? GoFields.text(document, "name")
                : "";
        return config.plugins().stream()
                .flatMap(plugin -> LinkUse.of(plugin, network).stream())
                .map(LinkUse::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// Another node. Its links of other names are passed over.
    public void add(JsonNode nodeState) {
        String node = nodeState.at("/metadata/name").asText();
        JsonNode state = nodeState.at("/status/currentState");
        for (String name : physicalNetwork.isEmpty() ? names : mapped(state)) {
            found.add(StreamSupport.stream(state.path("interfaces").spliterator(), false)
                    .filter(link -> link.path("name").asText().equals(name))
                    .findFirst()
                    .map(link -> link(node, name, link))
                    .orElseGet(() -> new Link(node, name, "", "", "", "")));
        }
    }

    /// The bridges that OVN connects the physical network to.
    private Set<String> mapped(JsonNode state) {
        return StreamSupport.stream(state.at("/ovn/bridge-mappings").spliterator(), false)
                .filter(mapping -> mapping.path("localnet").asText().equals(physicalNetwork))
                .map(mapping -> mapping.path("bridge").asText())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Link link(String node, String name, JsonNode link) {
        String ports = StreamSupport.stream(link.at("/bridge/port").spliterator(), false)
                .map(port -> port.path("name").asText())
                .collect(Collectors.joining(" "));
        String base = link.at("/vlan/base-iface").asText();
        return new Link(
                node,
                name,
                link.path("type").asText("unknown"),
                link.path("state").asText(),
                link.path("mtu").asText(),
                base.isEmpty() ? ports : base + ", VLAN " + link.at("/vlan/id").asText());
    }

    /// In the order of the nodes.
    public List<Link> found() {
        return List.copyOf(found);
    }
}
