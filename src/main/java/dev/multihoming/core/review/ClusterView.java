package dev.multihoming.core.review;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The cluster around the subject, as it is known without waiting.
public interface ClusterView {
    /// What is known of that NAD.
    Lookup network(NadRef ref);

    /// The names of the NADs of a namespace, for suggestions only: possibly incomplete, in no order.
    Collection<String> networkNames(String namespace);

    /// Whether another namespace has a NAD with that plugin and CNI network name, as far as is known.
    boolean isNetworkElsewhere(String pluginType, String networkName, String namespace);

    /// The networks that are on some part of that segment, as far as is known: also the one under review, as it was.
    default SegmentNetworks networksOn(Segment segment) {
        return SegmentNetworks.NONE;
    }

    /// The pods that use that NAD at this moment: those of its namespace, or of all.
    NetworkUsers users(NadRef ref, boolean anywhere);

    /// What was last seen of nodes and NetworkPolicies.
    ClusterFacts facts();

    /// The labels of a namespace; empty where they are not known.
    default Optional<Map<String, String>> namespaceLabels(String namespace) {
        return Optional.empty();
    }
}
