package dev.multihoming.core.review;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The cluster during one review: a NAD is looked up once, however many rules ask for it, so that all of them judge
/// by the same answer while others change it.
public final class OnceAsked implements ClusterView {
    private final ClusterView cluster;
    private final Map<NadRef, Lookup> answers = HashMap.newHashMap(2);

    public OnceAsked(ClusterView cluster) {
        this.cluster = cluster;
    }

    @Override
    public Lookup network(NadRef ref) {
        Lookup known = answers.get(ref);
        if (known != null) {
            return known;
        }
        Lookup answer = cluster.network(ref);
        answers.put(ref, answer);
        return answer;
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        return cluster.networkNames(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return cluster.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return cluster.networksOn(segment);
    }

    @Override
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        return cluster.users(ref, anywhere);
    }

    @Override
    public ClusterFacts facts() {
        return cluster.facts();
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return cluster.namespaceLabels(namespace);
    }
}
