package dev.multihoming.core.api;

import dev.multihoming.core.api.PolicySpec.Limits;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.NetworkLimits.PortRange;
import dev.multihoming.core.review.NetworkLimits.VlanRange;
import dev.multihoming.core.review.SegmentList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The limits of networks that a policy's `limits` come to.
final class NetworkLimitsReader {
    private NetworkLimitsReader() {}

    static NetworkLimits of(Limits limits) {
        return new NetworkLimits(
                setOf(limits.pluginTypes()),
                limits.vlans() == null
                        ? null
                        : limits.vlans().stream()
                                .map(NetworkLimitsReader::range)
                                .toList(),
                setOf(limits.links()),
                limits.hostPorts() == null
                        ? null
                        : limits.hostPorts().stream()
                                .map(NetworkLimitsReader::ports)
                                .toList(),
                limits.hostDevices(),
                setOf(limits.resourceNames()),
                limits.segments() == null ? null : SegmentList.of(limits.segments()));
    }

    private static PortRange ports(String text) {
        try {
            String[] ends = text.split("-", 2);
            return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has the host port " + text + ", which is not a port", e);
        }
    }

    private static VlanRange range(String text) {
        try {
            String[] ends = text.split("-", 2);
            return new VlanRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has the VLAN " + text + ", which is none", e);
        }
    }

    private static @Nullable Set<String> setOf(@Nullable List<String> values) {
        return values == null ? null : Set.copyOf(values);
    }
}
