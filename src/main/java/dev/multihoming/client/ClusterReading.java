package dev.multihoming.client;

import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.multus.NadName;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.SegmentNetworks;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A cluster as the user of a kubeconfig may read it: asked once for each thing, and never written to.
///
/// NADs are listed namespace by namespace, where something asks for one: a developer may seldom list those of all.
public final class ClusterReading implements AutoCloseable {
    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final Map<String, Nads> nads = new HashMap<>();

    private ClusterReading(KubernetesClient client) {
        this.client = client;
        this.objects = new ClusterObjects(client);
    }

    /// What a namespace has, as far as it may be seen.
    ///
    /// @param refusal why it may not; empty where it may
    private record Nads(Map<String, NadSummary> byName, String refusal) {}

    /// Of the current context of the kubeconfig; empty where there is none.
    public static Optional<ClusterReading> ofCurrentContext() {
        return CurrentContext.client().map(ClusterReading::new);
    }

    /// Of that client, which is closed with it.
    static ClusterReading of(KubernetesClient client) {
        return new ClusterReading(client);
    }

    /// The namespace of the context.
    public String namespace() {
        return Objects.requireNonNullElse(client.getNamespace(), "default");
    }

    /// Why the cluster answers nothing at all, a clause; empty where it does.
    public Optional<String> trouble() {
        try {
            var _ = client.raw("/version");
            return Optional.empty();
        } catch (KubernetesClientException e) {
            // Some clusters tell their version only to users that they know. That is an answer, too.
            return e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                    ? Optional.empty()
                    : Optional.of(Refusals.clause(e.getCode(), "its version"));
        }
    }

    public Lookup network(NadRef ref) {
        Nads known = nads(ref.namespace());
        NadSummary nad = known.byName().get(ref.name());
        if (nad != null) {
            return new Lookup.Found(nad);
        }
        return known.refusal().isEmpty() ? new Lookup.Absent() : new Lookup.Unknown(known.refusal());
    }

    /// The names of the NADs of a namespace.
    public Collection<String> names(String namespace) {
        return nads(namespace).byName().keySet();
    }

    /// Whether another namespace that was asked about has a NAD with that plugin and CNI network name.
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return nads.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(namespace))
                .flatMap(entry -> entry.getValue().byName().values().stream())
                .anyMatch(nad -> nad.isNetwork(pluginType, networkName));
    }

    /// The networks of namespaces that were asked about, as far as they are on some part of that segment.
    public SegmentNetworks networksOn(Segment segment) {
        return SegmentNetworks.of(nads.values().stream()
                .flatMap(known -> known.byName().values().stream())
                .flatMap(nad -> Stream.ofNullable(nad.network()))
                .filter(network -> network.segments().stream().anyMatch(segment::meets))
                .toList());
    }

    /// The policies in the cluster; none where it has no such objects.
    ///
    /// @throws KubernetesClientException where they cannot be read
    public List<MultiHomingPolicy> policies() {
        return all(MultiHomingPolicy.class);
    }

    /// The exemptions in the cluster, likewise.
    public List<MultiHomingExemption> exemptions() {
        return all(MultiHomingExemption.class);
    }

    /// All that it has of a kind; closed with this.
    public ClusterObjects objects() {
        return objects;
    }

    /// The labels of a namespace; none where it is not there or may not be read. What belongs to the
    /// cluster has an empty one.
    public Map<String, String> labels(String namespace) {
        if (!NadName.isNamespace(namespace)) {
            return Map.of();
        }
        try {
            Namespace found = client.namespaces().withName(namespace).get();
            Map<String, String> labels =
                    found == null ? null : found.getMetadata().getLabels();
            return labels == null ? Map.of() : labels;
        } catch (KubernetesClientException _) {
            return Map.of();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private <T extends HasMetadata> List<T> all(Class<T> type) {
        try {
            return client.resources(type).list().getItems();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private Nads nads(String namespace) {
        return nads.computeIfAbsent(namespace, this::listed);
    }

    private Nads listed(String namespace) {
        if (!NadName.isNamespace(namespace)) {
            // None can have that name, and it must not become a part of the path.
            return new Nads(Map.of(), "");
        }
        try {
            Map<String, NadSummary> found = new TreeMap<>();
            client.genericKubernetesResources(NetworkAttachmentDefinitions.RESOURCE)
                    .inNamespace(namespace)
                    .list()
                    .getItems()
                    .forEach(
                            nad -> found.put(nad.getMetadata().getName(), NetworkAttachmentDefinitions.summaryOf(nad)));
            return new Nads(found, "");
        } catch (KubernetesClientException e) {
            return new Nads(Map.of(), refusal(e));
        }
    }

    private static String refusal(KubernetesClientException e) {
        return Refusals.clause(e.getCode(), "NetworkAttachmentDefinitions");
    }
}
