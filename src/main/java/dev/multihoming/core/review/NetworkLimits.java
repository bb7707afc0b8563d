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
public record NetworkLimits(
        @Nullable Set<String> pluginTypes,
        @Nullable List<VlanRange> vlans,
        @Nullable Set<String> links,
        @Nullable List<PortRange> hostPorts,
        boolean hostDevices) {
    public static final NetworkLimits NONE = new NetworkLimits(null, null, null, null, true);

    public NetworkLimits {
        pluginTypes = pluginTypes == null ? null : Set.copyOf(pluginTypes);
        vlans = vlans == null
                ? null
                : vlans.stream()
                        .sorted(Comparator.comparingInt(VlanRange::first))
                        .toList();
        links = links == null ? null : Set.copyOf(links);
        hostPorts = hostPorts == null ? null : List.copyOf(hostPorts);
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

    /// VLAN ids, both ends included.
    public record VlanRange(int first, int last) {}

    public boolean setsNothing() {
        return equals(NONE);
    }

    /// Whether all of these VLANs may be used.
    public boolean permits(long first, long last) {
        if (vlans == null) {
            return true;
        }
        // What one range leaves over, the next may have.
        long next = first;
        for (VlanRange range : vlans) {
            if (range.first() <= next) {
                next = Math.max(next, range.last() + 1L);
            }
        }
        return next > Math.max(first, last);
    }
}
