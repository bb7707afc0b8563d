package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.NetworkLimits.VlanRange;
import dev.multihoming.core.review.SegmentList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a policy's limits leave to write, as a remedy. Cut to a few: it is read on a terminal.
final class Permitted {
    private static final int SHOWN = 5;
    private static final String ASK = "ask for more";

    private Permitted() {}

    /// Where nothing that could be written instead is known.
    static String anything() {
        return "Use what it permits, or " + ASK;
    }

    static String types(NetworkLimits limits, Set<String> devices) {
        Set<String> types = limits.pluginTypes();
        return types == null
                ? anything()
                : remedy(
                        "plugins",
                        quoted(types.stream()
                                .filter(type -> limits.permitsHostDevices() || !devices.contains(type))
                                .toList()));
    }

    static String links(NetworkLimits limits) {
        Set<String> links = limits.links();
        return links == null ? anything() : remedy("links", quoted(links));
    }

    static String resources(Set<String> permitted) {
        return remedy("resources", quoted(permitted));
    }

    static String vlans(NetworkLimits limits) {
        List<VlanRange> vlans = limits.vlans();
        return vlans == null
                ? anything()
                : remedy("VLANs", vlans.stream().map(Permitted::described).toList());
    }

    /// In the order and the words of the policy.
    static String segments(SegmentList listed) {
        return remedy(
                "segments",
                listed.ranges().stream()
                        .map(range -> Quoted.of(range.toString()))
                        .toList());
    }

    private static String described(VlanRange range) {
        return range.first() == range.last()
                ? Integer.toString(range.first())
                : "%d to %d".formatted(range.first(), range.last());
    }

    private static List<String> quoted(Collection<String> names) {
        return names.stream().sorted().map(Quoted::of).toList();
    }

    private static String remedy(String what, List<String> permitted) {
        if (permitted.isEmpty()) {
            return "It permits no %s: %s".formatted(what, ASK);
        }
        String named = permitted.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = permitted.size() - SHOWN;
        return "Use what it permits (%s %s%s), or %s"
                .formatted(what, named, more > 0 ? " and " + more + " more" : "", ASK);
    }
}
