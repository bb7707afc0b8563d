package dev.multihoming.webhook.cluster;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.SegmentNetworks;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// One list and watch of all NADs, from the installation of their CRD to its removal. What it knew goes
/// with it.
final class NadInformer implements NadCache {
    /// Bounds what is in memory at once while 10,000 NADs of some KiB are listed.
    private static final long PAGE = 50;

    private final NadStore store = new NadStore();
    private final SharedIndexInformer<GenericKubernetesResource> informer;

    NadInformer(KubernetesClient client) {
        this.informer = client.genericKubernetesResources(NetworkAttachmentDefinitions.RESOURCE)
                .inAnyNamespace()
                .withLimit(PAGE)
                .runnableInformer(0)
                .itemStore(store)
                .removeNamespaceIndex()
                // Whatever went wrong, also with the first list: try again, at growing intervals.
                .exceptionHandler((_, _) -> true);
    }

    @Override
    public CompletionStage<Void> start() {
        return informer.start();
    }

    @Override
    public Optional<NadSummary> find(NadRef ref) {
        return store.find(ref);
    }

    @Override
    public Collection<String> names(String namespace) {
        return store.names(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return store.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return store.networksOn(segment);
    }

    @Override
    public int size() {
        return store.size();
    }

    @Override
    public boolean isWatching() {
        return informer.isWatching();
    }

    @Override
    public void close() {
        informer.stop();
    }
}
