package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Domain;
import dev.multihoming.core.plugins.Segment.Reach;
import dev.multihoming.core.plugins.Segment.Vlans;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Networks by what they are attached to, so that a review looks at those of one bridge, link or resource and at no
/// others.
///
/// There, a network of a few single VLANs stands under each of them, every other one under none: a trunk is a range,
/// and not thousands of entries.
public final class SegmentIndex {
    /// More single VLANs than that are a trunk.
    private static final int MAX_SINGLE = 8;

    /// In place of a VLAN, for networks that are on several, or on none.
    private static final long SEVERAL = -1;

    private static final Comparator<NadRef> ORDER =
            Comparator.comparing(NadRef::namespace).thenComparing(NadRef::name);

    private final Maps maps;
    private final Map<Domain, Map<Long, Map<NadRef, Entry>>> places;

    /// For one thread.
    public SegmentIndex() {
        this(HashMap::new);
    }

    /// As safe for several threads as these maps are.
    public SegmentIndex(Maps maps) {
        this.maps = maps;
        this.places = maps.empty();
    }

    /// Makes maps.
    public interface Maps {
        /// A new one.
        <K, V> Map<K, V> empty();
    }

    /// A network, and the VLANs of one place that it is on.
    private record Entry(Network network, Reach reach) {}

    /// One whose segment is not known is passed over. One that is there already must be removed first.
    public void add(Network network) {
        reaches(network.segments())
                .forEach(reach -> places.compute(reach.domain(), (_, there) -> {
                    Map<Long, Map<NadRef, Entry>> byVlan = there == null ? maps.empty() : there;
                    keys(reach)
                            .forEach(vlan -> byVlan.computeIfAbsent(vlan, _ -> maps.empty())
                                    .put(network.ref(), new Entry(network, reach)));
                    return byVlan;
                }));
    }

    /// As it was added.
    public void remove(Network network) {
        reaches(network.segments())
                .forEach(reach -> places.computeIfPresent(reach.domain(), (_, byVlan) -> {
                    keys(reach)
                            .forEach(vlan -> byVlan.computeIfPresent(vlan, (_, networks) -> {
                                networks.remove(network.ref());
                                return networks.isEmpty() ? null : networks;
                            }));
                    return byVlan.isEmpty() ? null : byVlan;
                }));
    }

    /// Those on some part of that segment, in the order of their names.
    public Collection<Network> meeting(Segment segment) {
        Map<NadRef, Network> found = new TreeMap<>(ORDER);
        segment.reaches().forEach(reach -> collect(reach, found));
        return found.values();
    }

    private void collect(Reach reach, Map<NadRef, Network> found) {
        Map<Long, Map<NadRef, Entry>> byVlan = places.get(reach.domain());
        if (byVlan == null) {
            return;
        }
        if (isSingle(reach)) {
            keys(reach)
                    .forEach(vlan -> byVlan.getOrDefault(vlan, Map.of())
                            .forEach((ref, entry) -> found.put(ref, entry.network())));
            collect(byVlan.getOrDefault(SEVERAL, Map.of()), reach, found);
        } else {
            byVlan.values().forEach(networks -> collect(networks, reach, found));
        }
    }

    private static void collect(Map<NadRef, Entry> networks, Reach reach, Map<NadRef, Network> found) {
        networks.forEach((ref, entry) -> {
            if (entry.reach().meetsVlansOf(reach)) {
                found.put(ref, entry.network());
            }
        });
    }

    /// One for each place: a network can be on several VLANs of one by several plugins.
    private static Collection<Reach> reaches(List<Segment> segments) {
        Map<Domain, Reach> reaches = new LinkedHashMap<>();
        segments.forEach(segment ->
                segment.reaches().forEach(reach -> reaches.merge(reach.domain(), reach, SegmentIndex::both)));
        return reaches.values();
    }

    private static Reach both(Reach one, Reach other) {
        return one.vlans().isEmpty() || other.vlans().isEmpty()
                ? new Reach(one.domain(), List.of())
                : new Reach(
                        one.domain(),
                        Stream.concat(one.vlans().stream(), other.vlans().stream())
                                .distinct()
                                .toList());
    }

    private static Stream<Long> keys(Reach reach) {
        return isSingle(reach)
                ? reach.vlans().stream()
                        .flatMap(range -> LongStream.rangeClosed(range.first(), range.last())
                                .boxed())
                        .distinct()
                : Stream.of(SEVERAL);
    }

    /// Untagged and VLAN 1 of a bridge are one range of two.
    private static boolean isSingle(Reach reach) {
        List<Vlans> vlans = reach.vlans();
        return !vlans.isEmpty()
                && vlans.size() <= MAX_SINGLE
                && vlans.stream().allMatch(range -> range.last() - range.first() <= 1 && range.first() <= range.last());
    }
}
