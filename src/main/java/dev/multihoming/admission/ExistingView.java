package dev.multihoming.admission;

import dev.multihoming.multus.NadRef;
import dev.multihoming.review.ClusterFacts;
import dev.multihoming.review.ClusterView;
import dev.multihoming.review.Lookup;
import dev.multihoming.review.NetworkUsers;
import java.util.Collection;

/// The cluster for whoever looks at thousands of objects in the background: what is known, and nobody is asked.
record ExistingView(NetworkDirectory directory) implements ClusterView {
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
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        return NetworkUsers.UNKNOWN;
    }

    @Override
    public ClusterFacts facts() {
        return directory.facts();
    }
}
