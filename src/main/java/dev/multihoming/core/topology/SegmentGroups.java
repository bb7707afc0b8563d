package dev.multihoming.core.topology;

import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Domain;
import dev.multihoming.core.plugins.Segment.Reach;
import dev.multihoming.core.plugins.Segment.Vlans;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts the networks together whose segments meet ([Segment#meets]).
///
/// A trunk of VLANs 100-199 meets VLAN 100 and VLAN 150, which do not meet each other. So the VLANs of a bridge
/// or link are divided where their networks change, and each part is a group. Networks are compared with those
/// of the same bridge or link only.
public final class SegmentGroups {
    private static final long LAST_VLAN = 4094;
    private static final List<Vlans> ALL = List.of(new Vlans(0, LAST_VLAN));

    private static final Comparator<SegmentGroup> ORDER = Comparator.comparing(
                    (SegmentGroup group) -> group.segment().kind())
            .thenComparing(group -> group.segment().name())
            .thenComparing(group -> group.segment().partition())
            .thenComparingLong(group -> group.segment().vlans().stream()
                    .mapToLong(Vlans::first)
                    .findFirst()
                    .orElse(0));

    private SegmentGroups() {}

    /// A network with one of its segments, and the VLANs that it is on in the domain.
    private record Member(Network network, Segment segment, List<Vlans> vlans) {}

    /// In the order of their names. Networks whose segment is not known are in none.
    public static List<SegmentGroup> of(Collection<Network> networks) {
        Map<Domain, List<Member>> domains = new LinkedHashMap<>();
        each(
                networks,
                (member, reaches) -> domains.computeIfAbsent(reaches.getFirst().domain(), _ -> new ArrayList<>())
                        .add(member));
        // What a name can mean besides counts where another network is there.
        each(
                networks,
                (member, reaches) -> reaches.stream()
                        .skip(1)
                        .forEach(reach -> domains.computeIfPresent(reach.domain(), (_, members) -> {
                            members.add(new Member(member.network(), member.segment(), reach.vlans()));
                            return members;
                        })));
        return domains.entrySet().stream()
                .flatMap(domain -> groups(domain.getKey(), domain.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static void each(Collection<Network> networks, BiConsumer<Member, List<Reach>> use) {
        for (Network network : networks) {
            for (Segment segment : network.segments()) {
                List<Reach> reaches = segment.reaches();
                use.accept(new Member(network, segment, reaches.getFirst().vlans()), reaches);
            }
        }
    }

    private static Stream<SegmentGroup> groups(Domain domain, List<Member> all) {
        boolean isBridge = all.stream().anyMatch(it -> it.segment().kind() == Segment.Kind.BRIDGE);
        List<Member> members =
                isBridge ? all.stream().map(SegmentGroups::untagged).toList() : all;
        if (members.stream().allMatch(member -> member.vlans().isEmpty())) {
            return Stream.of(group(domain, List.of(), members));
        }
        NavigableMap<Long, BitSet> parts = parts(members);
        Map<BitSet, List<Vlans>> vlans = new LinkedHashMap<>();
        parts.forEach((first, part) -> {
            if (!part.isEmpty()) {
                append(vlans.computeIfAbsent(part, _ -> new ArrayList<>()), first, parts.higherKey(first) - 1);
            }
        });
        return vlans.entrySet().stream()
                .map(entry -> group(
                        domain,
                        entry.getValue(),
                        entry.getKey().stream().mapToObj(members::get).toList()));
    }

    /// VLAN 1 of a bridge is what is untagged, and called so.
    private static Member untagged(Member member) {
        return new Member(
                member.network(),
                member.segment(),
                member.vlans().stream().flatMap(SegmentGroups::untagged).toList());
    }

    private static Stream<Vlans> untagged(Vlans range) {
        boolean hasOne = range.first() <= 1 && range.last() >= 1;
        return hasOne
                ? Stream.of(new Vlans(0, 0), new Vlans(2, range.last())).filter(it -> it.first() <= it.last())
                : Stream.of(range);
    }

    /// The VLANs, divided where some network's begin or end, each part by its first VLAN with who is on it.
    private static NavigableMap<Long, BitSet> parts(List<Member> members) {
        NavigableMap<Long, BitSet> parts = new TreeMap<>();
        members.stream().flatMap(member -> vlans(member).stream()).forEach(range -> {
            parts.computeIfAbsent(range.first(), _ -> new BitSet());
            parts.computeIfAbsent(range.last() + 1, _ -> new BitSet());
        });
        IntStream.range(0, members.size())
                .forEach(i -> vlans(members.get(i))
                        .forEach(range -> parts.subMap(range.first(), range.last() + 1)
                                .values()
                                .forEach(part -> part.set(i))));
        return parts;
    }

    /// Those that exist. A segment without VLANs meets all of its domain.
    private static List<Vlans> vlans(Member member) {
        List<Vlans> written = member.vlans();
        return written.isEmpty()
                ? ALL
                : written.stream()
                        .map(range -> new Vlans(Math.max(0, range.first()), Math.min(LAST_VLAN, range.last())))
                        .filter(range -> range.first() <= range.last())
                        .toList();
    }

    private static void append(List<Vlans> ranges, long first, long last) {
        if (!ranges.isEmpty() && ranges.getLast().last() == first - 1) {
            ranges.set(ranges.size() - 1, new Vlans(ranges.getLast().first(), last));
        } else {
            ranges.add(new Vlans(first, last));
        }
    }

    /// Named by what it is besides a link, where some network says so.
    private static SegmentGroup group(Domain domain, List<Vlans> vlans, List<Member> members) {
        boolean byConvention = members.stream()
                .map(Member::segment)
                .anyMatch(segment -> segment.byConvention() && segment.name().equals(domain.name()));
        Segment.Kind kind = members.stream()
                .map(member -> member.segment().kind())
                .filter(it -> it != Segment.Kind.RESOURCE || domain.space() == it)
                .min(Comparator.naturalOrder())
                .orElse(domain.space());
        return new SegmentGroup(
                new Segment(kind, domain.name(), vlans, domain.partition(), byConvention),
                members.stream()
                        .map(Member::network)
                        .distinct()
                        .sorted(Comparator.comparing((Network it) -> it.ref().namespace())
                                .thenComparing(it -> it.ref().name()))
                        .toList());
    }
}
