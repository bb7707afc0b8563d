package dev.multihoming.webhook.lookup;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The cluster for work in the background on thousands of objects: what is known, without requests.
public record ExistingView(NetworkDirectory directory) implements ClusterView {
    @Override
    public Lookup network(NadRef ref) {
        return directory.lastKnown(ref);
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        return directory.names(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return directory.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return directory.networksOn(segment);
    }

    @Override
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        return NetworkUsers.UNKNOWN;
    }

    @Override
    public ClusterFacts facts() {
        return directory.facts();
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return directory.namespaceLabels(namespace);
    }
}
