package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.NodeNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A cluster with the NADs it is given, that remembers what it was asked.
final class FakeCluster implements ClusterView {
    private final Map<NadRef, Lookup> networks = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    FakeCluster with(String namespace, String name, String... pluginTypes) {
        String plugins =
                Stream.of(pluginTypes).map("{\"type\": \"%s\"}"::formatted).collect(Collectors.joining(","));
        // Without plugins it is one whose config lies on the nodes, as Istio's does.
        return withConfig(namespace, name, plugins.isEmpty() ? "" : "{\"plugins\": [" + plugins + "]}");
    }

    FakeCluster withConfig(String namespace, String name, String config) {
        NadRef ref = new NadRef(namespace, name);
        networks.put(ref, new Lookup.Found(NadSummary.of(ref, config, NodeNeeds.NONE)));
        return this;
    }

    FakeCluster unknown(String namespace, String name) {
        networks.put(new NadRef(namespace, name), new Lookup.Unknown("the API server did not answer"));
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Lookup network(NadRef ref) {
        asked.add(ref.toString());
        return networks.getOrDefault(ref, new Lookup.Absent());
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        asked.add(namespace + "/*");
        return networks.keySet().stream()
                .filter(ref -> ref.namespace().equals(namespace))
                .map(NadRef::name)
                .toList();
    }

    @Override
    public ClusterFacts facts() {
        return ClusterFacts.NONE;
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return false;
    }

    @Override
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        return NetworkUsers.NONE;
    }
}
