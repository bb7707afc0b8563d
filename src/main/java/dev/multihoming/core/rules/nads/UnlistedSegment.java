package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.plugins.SegmentUse;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.SegmentRange;
import dev.multihoming.core.rules.nads.NetworkNotPermitted.Excess;
import dev.multihoming.core.rules.nads.NetworkNotPermitted.Look;
import java.util.stream.Stream;

/// What of a plugin's segments is not in the policy's `limits.segments`. A segment that cannot be told is not in it
/// either.
final class UnlistedSegment {
    private UnlistedSegment() {}

    static Stream<Excess> excesses(CniConfig.Plugin plugin, Look look) {
        SegmentList listed = look.limits().segments();
        if (listed == null) {
            return Stream.empty();
        }
        SegmentUse use = SegmentUse.of(plugin, look.network(), look.resource());
        String remedy = Permitted.segments(listed);
        if (!use.unknown().isEmpty()) {
            return isVouchedFor(plugin, look.limits())
                    ? Stream.empty()
                    : Stream.of(new Excess(
                            "the segment of this network is not known (%s), and only listed segments are permitted here"
                                    .formatted(use.unknown()),
                            remedy));
        }
        return use.segments().stream()
                .map(segment -> look.injected().on(segment, plugin))
                .flatMap(segment -> listed.outside(segment).stream().map(part -> described(part, segment)))
                .map(fact -> new Excess(fact, remedy));
    }

    /// Of a program that is given the config, and the interface, to assign addresses: one that the webhook does not
    /// know may do anything with them.
    static Stream<Excess> excesses(String program, NetworkLimits limits) {
        SegmentList listed = limits.segments();
        if (listed == null || program.isEmpty() || KnownPlugins.ipam(program).isPresent() || names(limits, program)) {
            return Stream.empty();
        }
        return Stream.of(new Excess(
                "the plugin %s is not known to the webhook, and only listed segments are permitted here"
                        .formatted(Quoted.of(program)),
                Permitted.segments(listed)));
    }

    private static boolean names(NetworkLimits limits, String type) {
        return limits.pluginTypes() != null && limits.pluginTypes().contains(type);
    }

    /// Whether the policy itself names that plugin, which the webhook does not know.
    private static boolean isVouchedFor(CniConfig.Plugin plugin, NetworkLimits limits) {
        return KnownPlugins.of(plugin).isEmpty() && names(limits, plugin.type());
    }

    private static String described(SegmentRange part, Segment segment) {
        String quoted = Quoted.of(part.toString());
        if (segment.byConvention()) {
            return "the segment %s, which the name of the link %s gives, is not permitted here"
                    .formatted(quoted, Quoted.of(segment.name() + "." + part.first()));
        }
        if (part.first() != part.last() && !part.isWhole()) {
            return "the segment %s is not all permitted here".formatted(quoted);
        }
        String untagged = part.last() == 0 ? " (untagged)" : "";
        return "the segment %s%s is not permitted here".formatted(quoted, untagged);
    }
}
