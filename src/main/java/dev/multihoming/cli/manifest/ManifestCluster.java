package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.ClusterView;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.topology.SegmentIndex;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The cluster as the inputs tell of it: their NADs exist, whatever becomes of them. Of others it asks what is
/// behind it. It is itself behind one more input.
public final class ManifestCluster implements ClusterView, ExternalNetworks {
    private final ExternalNetworks around;
    private final Map<String, Map<String, NadSummary>> nads = new HashMap<>();
    private final SegmentIndex segments = new SegmentIndex();
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    /// Of no inputs yet.
    public ManifestCluster(ExternalNetworks around) {
        this.around = around;
    }

    /// Another NetworkAttachmentDefinition of the inputs.
    public void add(Manifest nad) {
        add(new NadRef(nad.namespace(), nad.name()), nad.object());
    }

    /// One that an operator will make of an object of the inputs.
    void add(NadRef ref, JsonNode nad) {
        NadSummary now = summary(ref, nad);
        NadSummary before =
                nads.computeIfAbsent(ref.namespace(), _ -> new TreeMap<>()).put(ref.name(), now);
        if (before != null && before.network() != null) {
            segments.remove(before.network());
        }
        if (now.network() != null) {
            segments.add(now.network());
        }
    }

    /// A Namespace of the inputs.
    void addNamespace(String name, Map<String, String> itsLabels) {
        labels.put(name, itsLabels);
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return Optional.ofNullable(labels.get(namespace)).or(() -> around.namespaceLabels(namespace));
    }

    private static NadSummary summary(NadRef ref, JsonNode nad) {
        JsonNode annotations = nad.at("/metadata/annotations");
        return NadSummary.of(
                ref,
                nad.at("/spec/config").asText(),
                NodeNeeds.of(
                        annotations.path(NodeNeeds.RESOURCE).asText(),
                        annotations.path(NodeNeeds.NODE_SELECTOR).asText()));
    }

    @Override
    public Lookup network(NadRef ref) {
        NadSummary known = nads.getOrDefault(ref.namespace(), Map.of()).get(ref.name());
        return known == null ? around.network(ref) : new Lookup.Found(known);
    }

    @Override
    public Collection<String> networkNames(String namespace) {
        Collection<String> names = new TreeSet<>(around.networkNames(namespace));
        names.addAll(nads.getOrDefault(namespace, Map.of()).keySet());
        return names;
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return around.isNetworkElsewhere(pluginType, networkName, namespace)
                || nads.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(namespace))
                        .flatMap(entry -> entry.getValue().values().stream())
                        .anyMatch(nad -> nad.isNetwork(pluginType, networkName));
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return new NetworksAndOthers(segments.meeting(segment), around.networksOn(segment), this::isWritten);
    }

    private boolean isWritten(NadRef ref) {
        return nads.getOrDefault(ref.namespace(), Map.of()).containsKey(ref.name());
    }

    /// Asked only of NADs that change or go, which no manifest tells.
    @Override
    public NetworkUsers users(NadRef ref, boolean anywhere) {
        return NetworkUsers.UNKNOWN;
    }

    @Override
    public ClusterFacts facts() {
        return ClusterFacts.NONE;
    }
}
