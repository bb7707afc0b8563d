package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Vlans;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Map<Place, Map<Long, Map<NadRef, Network>>> places;

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

    /// A segment without its VLANs.
    private record Place(Segment.Kind kind, String name, String partition) {
        static Place of(Segment segment) {
            return new Place(segment.kind(), segment.name(), segment.partition());
        }
    }

    /// One whose segment is not known is passed over. One that is there already must be removed first.
    public void add(Network network) {
        network.segment()
                .ifPresent(segment -> places.compute(Place.of(segment), (_, there) -> {
                    Map<Long, Map<NadRef, Network>> byVlan = there == null ? maps.empty() : there;
                    keys(segment)
                            .forEach(vlan -> byVlan.computeIfAbsent(vlan, _ -> maps.empty())
                                    .put(network.ref(), network));
                    return byVlan;
                }));
    }

    /// As it was added.
    public void remove(Network network) {
        network.segment()
                .ifPresent(segment -> places.computeIfPresent(Place.of(segment), (_, byVlan) -> {
                    keys(segment)
                            .forEach(vlan -> byVlan.computeIfPresent(vlan, (_, networks) -> {
                                networks.remove(network.ref());
                                return networks.isEmpty() ? null : networks;
                            }));
                    return byVlan.isEmpty() ? null : byVlan;
                }));
    }

    /// Those on some part of that segment, in the order of their names.
    public Collection<Network> meeting(Segment segment) {
        Map<Long, Map<NadRef, Network>> byVlan = places.get(Place.of(segment));
        if (byVlan == null) {
            return List.of();
        }
        Map<NadRef, Network> found = new TreeMap<>(ORDER);
        if (isSingle(segment)) {
            keys(segment).forEach(vlan -> found.putAll(byVlan.getOrDefault(vlan, Map.of())));
            collect(byVlan.getOrDefault(SEVERAL, Map.of()), segment, found);
        } else {
            byVlan.values().forEach(networks -> collect(networks, segment, found));
        }
        return found.values();
    }

    private static void collect(Map<NadRef, Network> networks, Segment segment, Map<NadRef, Network> found) {
        networks.forEach((ref, network) -> {
            if (network.segment().filter(segment::meets).isPresent()) {
                found.put(ref, network);
            }
        });
    }

    private static Stream<Long> keys(Segment segment) {
        return isSingle(segment) ? segment.vlans().stream().map(Vlans::first).distinct() : Stream.of(SEVERAL);
    }

    private static boolean isSingle(Segment segment) {
        List<Vlans> vlans = segment.vlans();
        return !vlans.isEmpty()
                && vlans.size() <= MAX_SINGLE
                && vlans.stream().allMatch(range -> range.first() == range.last());
    }
}
