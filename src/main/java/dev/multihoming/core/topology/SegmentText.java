package dev.multihoming.core.topology;

import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.Segment.Vlans;
import java.util.List;
import java.util.stream.Collectors;

/// A segment in words, such as `bridge br1, VLAN 150`.
public final class SegmentText {
    private static final long LAST_VLAN = 4094;

    private SegmentText() {}

    /// The text of other people in it is as they wrote it.
    public static String of(Segment segment) {
        String partition = segment.partition().isEmpty() ? "" : ", partition " + segment.partition();
        return kind(segment.kind()) + " " + segment.name() + vlans(segment.vlans()) + partition;
    }

    private static String kind(Segment.Kind kind) {
        return switch (kind) {
            case BRIDGE -> "bridge";
            case OVS_BRIDGE -> "OVS bridge";
            case LINK -> "link";
            case RESOURCE -> "resource";
            case DEVICE -> "device";
            case OVN_NETWORK -> "OVN network";
            case PHYSICAL_NETWORK -> "physical network";
        };
    }

    private static String vlans(List<Vlans> vlans) {
        if (vlans.isEmpty()) {
            return "";
        }
        if (vlans.size() == 1) {
            return ", " + only(vlans.getFirst());
        }
        boolean isUntagged = vlans.getFirst().first() == 0;
        String ids = vlans.stream()
                .map(range -> range.first() == 0 ? new Vlans(1, range.last()) : range)
                .filter(range -> range.first() <= range.last())
                .map(SegmentText::ids)
                .collect(Collectors.joining(", "));
        return (isUntagged ? ", untagged and" : ",") + " VLANs " + ids;
    }

    private static String only(Vlans range) {
        if (range.first() == 0) {
            return switch ((int) range.last()) {
                case 0 -> "untagged";
                case (int) LAST_VLAN -> "all VLANs";
                default -> "untagged and VLANs 1-" + range.last();
            };
        }
        return (range.first() == range.last() ? "VLAN " : "VLANs ") + ids(range);
    }

    private static String ids(Vlans range) {
        return range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last();
    }
}
