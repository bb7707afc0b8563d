package dev.multihoming.core.topology;

import dev.multihoming.core.plugins.Segment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The networks of one segment.
///
/// @param segment with exactly the VLANs that all of these networks are on
/// @param networks of it, also those whose trunks carry more
public record SegmentGroup(Segment segment, List<Network> networks) {
    public SegmentGroup {
        networks = List.copyOf(networks);
    }

    /// Whether networks of two or more namespaces are on it.
    public boolean isShared() {
        return namespaces().size() > 1;
    }

    /// In order.
    public Set<String> namespaces() {
        return networks.stream()
                .map(network -> network.ref().namespace())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
