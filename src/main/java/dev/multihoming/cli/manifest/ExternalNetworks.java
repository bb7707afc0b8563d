package dev.multihoming.cli.manifest;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What there is beside the inputs.
public interface ExternalNetworks {
    /// It is not known. What is not among the inputs may well be in the cluster.
    ExternalNetworks UNKNOWN = _ -> new Lookup.Unknown("it is not among the files, and no cluster was asked");

    /// Nothing: the inputs are all there is.
    ExternalNetworks NOTHING = _ -> new Lookup.Absent();

    /// What is known of a NAD that is not among the inputs.
    Lookup network(NadRef ref);

    /// The names of the NADs of a namespace, for suggestions.
    default Collection<String> networkNames(String namespace) {
        return List.of();
    }

    /// Whether another namespace has a NAD with that plugin and CNI network name.
    default boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return false;
    }

    /// The known networks that are on some part of that segment.
    default SegmentNetworks networksOn(Segment segment) {
        return SegmentNetworks.NONE;
    }

    /// The labels of a namespace; empty where they are not known.
    default Optional<Map<String, String>> namespaceLabels(String namespace) {
        return Optional.empty();
    }
}
