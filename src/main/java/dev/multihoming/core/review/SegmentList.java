package dev.multihoming.core.review;

import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Vlans;
import dev.multihoming.core.review.NetworkLimits.VlanRange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The segments that a policy lists, in its order. Names are compared without regard to what they name: a bridge, a
/// link, a resource.
public record SegmentList(List<SegmentRange> ranges) {
    public static final SegmentList EMPTY = new SegmentList(List.of());

    public SegmentList {
        ranges = List.copyOf(ranges);
    }

    /// Of the texts of a policy.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong
    public static SegmentList of(List<String> texts) {
        return new SegmentList(texts.stream().map(SegmentRange::valueOf).toList());
    }

    /// Whether that segment lies in the list with all of its VLANs.
    public boolean contains(Segment segment) {
        return outside(segment).isEmpty();
    }

    /// The parts of a segment that the list does not have, as a policy would write them.
    public List<SegmentRange> outside(Segment segment) {
        List<SegmentRange> listed = ranges.stream()
                .filter(range -> range.name().equals(segment.name()))
                .toList();
        if (listed.stream().anyMatch(SegmentRange::isWhole)) {
            return List.of();
        }
        List<VlanRange> vlans = listed.stream()
                .map(range -> new VlanRange(range.first(), range.last()))
                .sorted(Comparator.comparingInt(VlanRange::first))
                .toList();
        return parts(segment)
                .filter(part -> part.isWhole() || !VlanRange.cover(vlans, part.first(), part.last()))
                .distinct()
                .toList();
    }

    /// A segment as a policy would write it.
    public static Stream<SegmentRange> parts(Segment segment) {
        return segment.vlans().isEmpty()
                ? Stream.of(new SegmentRange(segment.name(), 0, SegmentRange.LAST_VLAN, true))
                : segment.vlans().stream().map(range -> written(segment.name(), range));
    }

    /// Authors may write the ends the wrong way round, and VLANs that do not exist.
    private static SegmentRange written(String name, Vlans range) {
        return new SegmentRange(
                name,
                Math.clamp(Math.min(range.first(), range.last()), 0, Integer.MAX_VALUE),
                Math.clamp(Math.max(range.first(), range.last()), 0, Integer.MAX_VALUE),
                false);
    }
}
