package dev.multihoming.core.review;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What networks a policy lets be described; `null` where it sets no limit.
///
/// @param pluginTypes that may be used
/// @param vlans that may be used; 0 is untagged
/// @param links bridges, masters and devices of the nodes that may be used, by name
/// @param hostPorts ports of the nodes that pods and networks may ask for
/// @param hostDevices whether whole devices of a node may be moved into a pod
/// @param resourceNames of the devices that networks may have reserved for their pods
/// @param segments that networks may be on
public record NetworkLimits(
        @Nullable Set<String> pluginTypes,
        @Nullable List<VlanRange> vlans,
        @Nullable Set<String> links,
        @Nullable List<PortRange> hostPorts,
        @Nullable Boolean hostDevices,
        @Nullable Set<String> resourceNames,
        @Nullable SegmentList segments) {
    public static final NetworkLimits NONE = new NetworkLimits(null, null, null, null, null, null, null);

    private static final NetworkLimits DEVICES_PERMITTED = new NetworkLimits(null, null, null, null, true, null, null);

    public NetworkLimits {
        pluginTypes = pluginTypes == null ? null : Set.copyOf(pluginTypes);
        vlans = vlans == null
                ? null
                : vlans.stream()
                        .sorted(Comparator.comparingInt(VlanRange::first))
                        .toList();
        links = links == null ? null : Set.copyOf(links);
        hostPorts = hostPorts == null ? null : List.copyOf(hostPorts);
        resourceNames = resourceNames == null ? null : Set.copyOf(resourceNames);
    }

    /// Ports of a node, both ends included.
    public record PortRange(int first, int last) {
        boolean contains(long port) {
            return first <= port && port <= last;
        }
    }

    /// Whether that port of the node may be asked for. Where no limit is set, none is permitted.
    public boolean permitsHostPort(long port) {
        return hostPorts != null && hostPorts.stream().anyMatch(range -> range.contains(port));
    }

    /// These, and where they set no limit, those of `below`: each limit by itself.
    public NetworkLimits over(NetworkLimits below) {
        return new NetworkLimits(
                or(pluginTypes, below.pluginTypes),
                or(vlans, below.vlans),
                or(links, below.links),
                or(hostPorts, below.hostPorts),
                or(hostDevices, below.hostDevices),
                or(resourceNames, below.resourceNames),
                or(segments, below.segments));
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T below) {
        return own != null ? own : below;
    }

    /// Whether whole devices of a node may be moved into a pod.
    public boolean permitsHostDevices() {
        return !Boolean.FALSE.equals(hostDevices);
    }

    /// VLAN ids, both ends included.
    public record VlanRange(int first, int last) {
        /// Whether all of these VLANs are in one of the ranges or another.
        ///
        /// @param ranges in the order of their first VLANs
        static boolean cover(List<VlanRange> ranges, long first, long last) {
            // What one range leaves over, the next may have.
            long next = first;
            for (VlanRange range : ranges) {
                if (range.first() <= next) {
                    next = Math.max(next, range.last() + 1L);
                }
            }
            return next > Math.max(first, last);
        }
    }

    public boolean setsNothing() {
        return equals(NONE) || equals(DEVICES_PERMITTED);
    }

    /// Whether some of these VLANs may be used.
    public boolean permitsSome(long first, long last) {
        return vlans == null || vlans.stream().anyMatch(range -> range.first() <= last && first <= range.last());
    }

    /// Whether all of these VLANs may be used.
    public boolean permits(long first, long last) {
        return vlans == null || VlanRange.cover(vlans, first, last);
    }
}
