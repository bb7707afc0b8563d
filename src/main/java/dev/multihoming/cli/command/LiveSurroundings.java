package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import java.util.Collection;

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
}
