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
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Networks by what they are attached to, so that a review looks at those of one segment and at no others.
///
/// A network of a few single VLANs stands under each of them, every other one under its bridge or link as a whole: a
/// trunk is a range, and not thousands of entries.
public final class SegmentIndex {
    private static final long LAST_VLAN = 4094;

    /// More single VLANs than that are a trunk.
    private static final int MAX_SINGLE = 8;

    /// In place of a VLAN, for networks that are on several, or on none.
    private static final long SEVERAL = -1;

    private static final Comparator<NadRef> ORDER =
            Comparator.comparing(NadRef::namespace).thenComparing(NadRef::name);

    private final Maps maps;
    private final Map<Key, Map<NadRef, Network>> networks;

    /// For one thread.
    public SegmentIndex() {
        this(HashMap::new);
    }

    /// As safe for several threads as these maps are.
    public SegmentIndex(Maps maps) {
        this.maps = maps;
        this.networks = maps.empty();
    }

    /// Makes maps.
    public interface Maps {
        /// A new one.
        <K, V> Map<K, V> empty();
    }

    private record Key(Segment.Kind kind, String name, String partition, long vlan) {
        static Key of(Segment segment, long vlan) {
            return new Key(segment.kind(), segment.name(), segment.partition(), vlan);
        }
    }

    /// One whose segment is not known is passed over. One that is there already must be removed first.
    public void add(Network network) {
        keys(network)
                .forEach(key -> networks.compute(key, (_, there) -> {
                    Map<NadRef, Network> kept = there == null ? maps.empty() : there;
                    kept.put(network.ref(), network);
                    return kept;
                }));
    }

    /// As it was added.
    public void remove(Network network) {
        keys(network)
                .forEach(key -> networks.computeIfPresent(key, (_, there) -> {
                    there.remove(network.ref());
                    return there.isEmpty() ? null : there;
                }));
    }

    /// Those on some part of that segment, in the order of their names.
    public Collection<Network> meeting(Segment segment) {
        Map<NadRef, Network> found = new TreeMap<>(ORDER);
        vlans(segment).forEach(vlan -> found.putAll(networks.getOrDefault(Key.of(segment, vlan), Map.of())));
        networks.getOrDefault(Key.of(segment, SEVERAL), Map.of()).forEach((ref, network) -> {
            if (network.segment().filter(segment::meets).isPresent()) {
                found.put(ref, network);
            }
        });
        return found.values();
    }

    private static LongStream vlans(Segment segment) {
        return segment.vlans().isEmpty()
                ? LongStream.rangeClosed(0, LAST_VLAN)
                : segment.vlans().stream()
                        .flatMapToLong(range ->
                                LongStream.rangeClosed(Math.max(0, range.first()), Math.min(LAST_VLAN, range.last())))
                        .distinct();
    }

    private static Stream<Key> keys(Network network) {
        return network.segment().stream().flatMap(SegmentIndex::keys);
    }

    private static Stream<Key> keys(Segment segment) {
        List<Vlans> vlans = segment.vlans();
        boolean isSingle = !vlans.isEmpty()
                && vlans.size() <= MAX_SINGLE
                && vlans.stream().allMatch(range -> range.first() == range.last());
        return isSingle
                ? vlans.stream().map(range -> Key.of(segment, range.first())).distinct()
                : Stream.of(Key.of(segment, SEVERAL));
    }
}
