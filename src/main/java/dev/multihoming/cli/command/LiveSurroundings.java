package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Beside the inputs there is a cluster.
record LiveSurroundings(ClusterReading cluster) implements ExternalNetworks {
    @Override
    public Lookup network(NadRef ref) {
        return cluster.network(ref);
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        return cluster.names(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return cluster.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return cluster.networksOn(segment);
    }

    /// Each namespace has a label with its name: without any it could not be read.
    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return Optional.of(cluster.labels(namespace)).filter(labels -> !labels.isEmpty());
    }
}
