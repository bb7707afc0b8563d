package dev.multihoming.cli.networks;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.AddressOverlaps;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.SegmentGroup;
import dev.multihoming.core.topology.SegmentGroups;
import dev.multihoming.core.topology.SegmentText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Networks as they are listed: once for each segment that they are on.
public record NetworkListing(List<Entry> entries) {
    private static final String NOT_KNOWN = "not known";

    private static final Comparator<Entry> BY_NAME = Comparator.comparing(
                    (Entry entry) -> entry.network().ref().namespace())
            .thenComparing(entry -> entry.network().ref().name());

    public NetworkListing {
        entries = List.copyOf(entries);
    }

    /// What the list is ordered by.
    public enum Order {
        SEGMENT,
        PLUGIN,
        NAMESPACE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Which networks are listed: those for which all that is set holds.
    public record Filter(boolean shared, boolean overlapping, boolean unused) {
        boolean takes(Entry entry, NetworkInventory inventory) {
            return (!shared || entry.isShared())
                    && (!overlapping || !entry.overlaps().isEmpty())
                    && (!unused || inventory.isUnused(entry.network()));
        }
    }

    /// A network on one of its segments.
    ///
    /// @param group of the segment; empty where that is not known
    /// @param overlaps others of the segment whose addresses overlap, some of them
    public record Entry(Network network, Optional<SegmentGroup> group, Set<NadRef> overlaps) {
        /// Whether networks of two or more namespaces are on that segment.
        public boolean isShared() {
            return group.filter(SegmentGroup::isShared).isPresent();
        }

        /// In words.
        public String segment() {
            return group.map(it -> SegmentText.of(it.segment()))
                    .orElseGet(() -> NOT_KNOWN + ": " + network.unknownBecause());
        }
    }

    public static NetworkListing of(NetworkInventory inventory, Order order, Filter filter) {
        Stream<Entry> known = SegmentGroups.of(inventory.networks()).stream().flatMap(NetworkListing::entries);
        Stream<Entry> unknown = inventory.networks().stream()
                .filter(network -> network.segment().isEmpty())
                .map(network -> new Entry(network, Optional.empty(), Set.of()))
                .sorted(BY_NAME);
        Stream<Entry> all = Stream.concat(known, unknown).filter(entry -> filter.takes(entry, inventory));
        return new NetworkListing(sorted(all, order).toList());
    }

    static Stream<Entry> entries(SegmentGroup group) {
        Map<NadRef, Set<NadRef>> overlaps = AddressOverlaps.of(group);
        return group.networks().stream()
                .map(network -> new Entry(network, Optional.of(group), overlaps.getOrDefault(network.ref(), Set.of())));
    }

    /// Groups come in the order of their segments, and sorting keeps it.
    private static Stream<Entry> sorted(Stream<Entry> entries, Order order) {
        return switch (order) {
            case SEGMENT -> entries;
            case PLUGIN ->
                entries.sorted(Comparator.comparing((Entry entry) ->
                                String.join("+", entry.network().plugins()))
                        .thenComparing(BY_NAME));
            case NAMESPACE -> entries.sorted(BY_NAME);
        };
    }

    /// As a table, the headings first, which are in capitals.
    public List<List<String>> lines(NetworkInventory inventory, Order order) {
        return ListingColumns.lines(this, inventory, order);
    }

    /// Sentences on what the listed segments are.
    public List<String> remarks() {
        return entries.stream()
                .flatMap(entry -> entry.group().stream())
                .map(SegmentGroup::segment)
                .filter(segment -> segment.byConvention())
                .distinct()
                .map(segment ->
                        "%s: the VLAN is read from the link name %s.%d, by convention; the config does not set it."
                                .formatted(
                                        SegmentText.of(segment),
                                        segment.name(),
                                        segment.vlans().getFirst().first()))
                .toList();
    }
}
