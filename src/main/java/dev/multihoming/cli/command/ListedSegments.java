package dev.multihoming.cli.command;

import dev.multihoming.cli.networks.NetworkListing;
import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.core.topology.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The networks of a listing by segment, for the list and for its counts. Networks whose segments are not known make
/// groups of their own, which are no segments.
record ListedSegments(List<List<Entry>> groups) {
    ListedSegments {
        groups = List.copyOf(groups);
    }

    static ListedSegments of(NetworkListing listing) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        listing.entries()
                .forEach(entry -> groups.computeIfAbsent(entry.segment(), _ -> new ArrayList<>())
                        .add(entry));
        return new ListedSegments(List.copyOf(groups.values()));
    }

    /// Those with such a network, and with all others that are on them.
    ListedSegments with(Predicate<Network> asked) {
        return new ListedSegments(groups.stream()
                .filter(group -> group.stream().anyMatch(entry -> asked.test(entry.network())))
                .toList());
    }

    /// How many segments they are.
    int count() {
        return count(_ -> true);
    }

    /// How many of them networks of two or more namespaces are on.
    int shared() {
        return count(Entry::isShared);
    }

    private int count(Predicate<Entry> which) {
        return (int) groups.stream()
                .map(List::getFirst)
                .filter(entry -> entry.group().isPresent() && which.test(entry))
                .count();
    }
}
