package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Domain;
import dev.multihoming.core.plugins.Segment.Reach;
import dev.multihoming.core.plugins.Segment.Vlans;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
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
    private final Map<Domain, Place> places;

    /// For one thread.
    public SegmentIndex() {
        this(Maps.OF_ONE_THREAD);
    }

    /// As safe for several threads as these maps are.
    public SegmentIndex(Maps maps) {
        this.maps = maps;
        this.places = maps.empty();
    }

    /// A network, and the VLANs of one place that it is on.
    private record Entry(Network network, Reach reach) {}

    /// A bridge, link or resource: its networks by VLAN, and by their addresses.
    private record Place(Maps maps, Map<Long, NavigableMap<NadRef, Entry>> byVlan, AddressIndex addresses) {
        Place(Maps maps) {
            this(maps, maps.empty(), new AddressIndex(maps));
        }

        void add(long vlan, Entry entry) {
            byVlan.computeIfAbsent(vlan, _ -> maps.sorted(ORDER))
                    .put(entry.network().ref(), entry);
            addresses.add(vlan, entry.network());
        }

        void remove(long vlan, Network network) {
            addresses.remove(vlan, network);
            byVlan.computeIfPresent(vlan, (_, networks) -> {
                networks.remove(network.ref());
                return networks.isEmpty() ? null : networks;
            });
        }

        NavigableMap<NadRef, Entry> on(long vlan) {
            NavigableMap<NadRef, Entry> there = byVlan.get(vlan);
            return there == null ? maps.sorted(ORDER) : there;
        }

        /// Under which networks on some part of the reach can stand.
        Stream<Long> vlans(Reach reach) {
            return isSingle(reach)
                    ? Stream.concat(keys(reach), Stream.of(SEVERAL)).filter(byVlan::containsKey)
                    : byVlan.keySet().stream();
        }
    }

    /// One whose segment is not known is passed over. One that is there already must be removed first.
    public void add(Network network) {
        reaches(network.segments())
                .forEach(reach -> places.compute(reach.domain(), (_, there) -> {
                    Place place = there == null ? new Place(maps) : there;
                    Entry entry = new Entry(network, reach);
                    keys(reach).forEach(vlan -> place.add(vlan, entry));
                    return place;
                }));
    }

    /// As it was added.
    public void remove(Network network) {
        reaches(network.segments())
                .forEach(reach -> places.computeIfPresent(reach.domain(), (_, place) -> {
                    keys(reach).forEach(vlan -> place.remove(vlan, network));
                    return place.byVlan().isEmpty() ? null : place;
                }));
    }

    /// Those on some part of that segment.
    public SegmentNetworks meeting(Segment segment) {
        return new Meeting(segment.reaches());
    }

    private final class Meeting implements SegmentNetworks {
        private final List<Reach> reaches;

        Meeting(List<Reach> reaches) {
            this.reaches = reaches;
        }

        @Override
        public Stream<Network> in(Scope scope) {
            return distinct(each((_, place, vlan) -> part(place.on(vlan), scope)));
        }

        @Override
        public Stream<Network> overlapping(Network network, Scope scope) {
            return distinct(each((reach, place, vlan) ->
                            isSingle(reach) ? byAddress(place, vlan, network, scope) : part(place.on(vlan), scope)))
                    .filter(other -> AddressOverlaps.between(network, other));
        }

        /// For a few VLANs: a trunk would look into the index once for each VLAN in use.
        private static Stream<Entry> byAddress(Place place, long vlan, Network network, Scope scope) {
            return place.addresses()
                    .candidates(vlan, network, scope)
                    .flatMap(found -> Stream.ofNullable(place.on(vlan).get(found.ref())));
        }

        /// Finds entries of a place under one VLAN.
        @FunctionalInterface
        private interface Look {
            Stream<Entry> at(Reach reach, Place place, long vlan);
        }

        private Stream<Network> each(Look look) {
            return reaches.stream()
                    .flatMap(reach -> Stream.ofNullable(places.get(reach.domain()))
                            .flatMap(place -> place.vlans(reach)
                                    .flatMap(vlan -> look.at(reach, place, vlan))
                                    .filter(entry -> entry.reach().meetsVlansOf(reach))
                                    .map(Entry::network)));
        }

        /// By name: networks are large.
        private static Stream<Network> distinct(Stream<Network> networks) {
            Set<NadRef> seen = new HashSet<>();
            return networks.filter(network -> seen.add(network.ref()));
        }

        private static Stream<Entry> part(NavigableMap<NadRef, Entry> networks, Scope scope) {
            NadRef first = new NadRef(scope.namespace(), "");
            NadRef end = new NadRef(scope.namespace() + '\0', "");
            return scope.isOutside()
                    ? Stream.of(networks.headMap(first), networks.tailMap(end)).flatMap(part -> part.values().stream())
                    : networks.subMap(first, end).values().stream();
        }
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
