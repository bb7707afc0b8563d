package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The cells of a list of networks, with their headings first.
final class ListingColumns {
    private static final String NONE = "-";
    private static final String NOT_KNOWN = "?";

    /// A config can have thousands.
    private static final int MOST_POOLS = 8;

    private ListingColumns() {}

    /// What the list is ordered by comes first.
    static List<List<String>> lines(NetworkListing listing, NetworkInventory inventory, Order order) {
        boolean overlapping =
                listing.entries().stream().anyMatch(entry -> !entry.overlaps().isEmpty());
        List<List<String>> lines = new ArrayList<>();
        List<String> counts = List.of("PODS", "WORKLOADS", "VIRTUAL MACHINES");
        lines.add(line(
                order,
                "SEGMENT",
                "PLUGIN",
                List.of("NAMESPACE", "NETWORK"),
                Stream.concat(
                        Stream.of("IPAM", "ADDRESSES"),
                        Stream.concat(overlapping ? Stream.of("OVERLAPS") : Stream.empty(), counts.stream()))));
        for (Entry entry : listing.entries()) {
            Network network = entry.network();
            Stream<String> addresses = Stream.of(orNone(network.ipam()), pools(network));
            Stream<String> others = overlapping ? Stream.of(names(entry.overlaps())) : Stream.empty();
            Stream<String> users = Stream.of(Role.values()).map(role -> count(inventory, network, role));
            lines.add(line(
                    order,
                    entry.segment(),
                    orNone(String.join(" + ", network.plugins())),
                    List.of(network.ref().namespace(), network.ref().name()),
                    Stream.concat(addresses, Stream.concat(others, users))));
        }
        return lines;
    }

    private static List<String> line(
            Order order, String segment, String plugin, List<String> network, Stream<String> rest) {
        Stream<String> first = switch (order) {
            case SEGMENT -> Stream.concat(Stream.of(segment), Stream.concat(network.stream(), Stream.of(plugin)));
            case PLUGIN -> Stream.concat(Stream.of(plugin), Stream.concat(network.stream(), Stream.of(segment)));
            case NAMESPACE -> Stream.concat(network.stream(), Stream.of(plugin, segment));
        };
        return Stream.concat(first, rest).toList();
    }

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    static String pools(Network network) {
        String first = network.pools().stream()
                .limit(MOST_POOLS)
                .map(AddressPool::text)
                .collect(Collectors.joining(", "));
        int more = network.pools().size() - MOST_POOLS;
        return orNone(more > 0 ? first + " and " + more + " more" : first);
    }

    static String names(Collection<NadRef> refs) {
        return orNone(refs.stream().map(NadRef::toString).collect(Collectors.joining(", ")));
    }

    private static String count(NetworkInventory inventory, Network network, Role role) {
        if (inventory.notRead().contains(role)) {
            return NOT_KNOWN;
        }
        return network.isPrimary() && role == Role.POD
                ? "all"
                : "" + inventory.usage().count(network.ref(), role);
    }
}
