package dev.multihoming.cli.command;

import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.NetworkListing;
import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Topology.Filter;
import dev.multihoming.console.engine.Topology.Line;
import dev.multihoming.console.engine.Topology.Segment;
import dev.multihoming.console.engine.Topology.Segments;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.SegmentGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Networks by segment, as `multihoming networks` lists them.
record ConsoleSegments(JudgingOptions judging, ReadableFiles files) {
    /// The last columns of the list.
    private static final int COUNTS = 3;

    Segments of(Filter filter) {
        ReadableInventory source = new ReadableInventory(files, judging.live(), filter.namespace(), filter.users());
        NetworkInventory inventory = NetworkInventory.read(source, null);
        ListedSegments all = ListedSegments.of(NetworkListing.of(
                        inventory, Order.SEGMENT, new NetworkListing.Filter(filter.shared(), filter.overlaps(), false)))
                .with(network -> isAsked(filter, network.ref()));
        NetworkListing shown = new NetworkListing(
                all.groups().stream().flatMap(List::stream).limit(filter.most()).toList());
        List<List<String>> lines = shown.lines(inventory, Order.SEGMENT).stream()
                .map(line -> line.subList(1, line.size() - (filter.users() ? 0 : COUNTS)))
                .toList();
        return new Segments(
                lines.getFirst(),
                all.count(),
                all.groups().stream().mapToInt(List::size).sum(),
                segments(shown, lines),
                shown.remarks(),
                source.notices());
    }

    private static boolean isAsked(Filter filter, NadRef network) {
        return (filter.namespace().isEmpty() || filter.namespace().equals(network.namespace()))
                && network.name().contains(filter.name());
    }

    /// @param lines the first has the headings
    private static List<Segment> segments(NetworkListing shown, List<List<String>> lines) {
        List<Segment> segments = new ArrayList<>();
        int next = 1;
        for (List<Entry> group : ListedSegments.of(shown).groups()) {
            List<Line> those = new ArrayList<>();
            for (Entry entry : group) {
                NadRef ref = entry.network().ref();
                those.add(new Line(
                        new Target(ReviewedKinds.NADS.kind(), ref.namespace(), ref.name()),
                        !entry.overlaps().isEmpty(),
                        lines.get(next)));
                next++;
            }
            Entry first = group.getFirst();
            segments.add(new Segment(
                    first.segment(),
                    first.group().map(SegmentGroup::namespaces).map(Set::size).orElse(0),
                    those));
        }
        return segments;
    }
}
