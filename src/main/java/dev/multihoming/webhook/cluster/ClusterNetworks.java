package dev.multihoming.webhook.cluster;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.topology.SegmentNetworks;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// The NADs of the cluster: from the informer where it knows them, else from the API server itself.
@ApplicationScoped
class ClusterNetworks implements NetworkDirectory {
    private static final Lookup NOT_WATCHED = new Lookup.Unknown("changes of NADs do not arrive at the moment");

    private final KnownNetworks known;
    private final LiveLookups live;
    private final PodLists pods;
    private final FactsWatch facts;
    private final KnownLabels labels;
    private final LiveLabels liveLabels;

    @Inject
    ClusterNetworks(
            KubernetesClient client, KnownNetworks known, LookupMetrics metrics, FactsWatch facts, KnownLabels labels) {
        this(client, known, metrics, facts, labels, KubeApiServer.TIME_BOX, KubePodLists.TIME_BOX);
    }

    /// @param ofNad how long the API server may take to answer for a NAD
    /// @param ofPods the same for the pods of a network
    ClusterNetworks(
            KubernetesClient client,
            KnownNetworks known,
            LookupMetrics metrics,
            FactsWatch facts,
            KnownLabels labels,
            Duration ofNad,
            Duration ofPods) {
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        this.known = known;
        this.live = new LiveLookups(
                new KubeApiServer(client, threads, ofNad),
                new LookupBudget(System::nanoTime),
                System::nanoTime,
                metrics::count);
        this.pods = new KubePodLists(new ApiPages(client), threads, ofPods);
        this.facts = facts;
        this.labels = labels;
        this.liveLabels = new LiveLabels(client, threads);
    }

    /// Made by then, so that few reviews wait for it.
    void start(@Observes @Priority(ClusterStart.NEEDED_BY_REVIEWS) ClusterStart event) {}

    /// The informer first: it learns of a new NAD sooner than an earlier "absent" is forgotten.
    @Override
    public Optional<Lookup> known(NadRef ref) {
        return known.find(ref).or(() -> live.remembered(ref));
    }

    @Override
    public Lookup lastKnown(NadRef ref) {
        return known(ref).orElseGet(() -> known.isWatching() ? new Lookup.Absent() : NOT_WATCHED);
    }

    @Override
    public CompletionStage<Lookup> ask(NadRef ref) {
        return known(ref).map(CompletableFuture::completedStage).orElseGet(() -> live.ask(ref));
    }

    @Override
    public Collection<String> names(String namespace) {
        return known.names(namespace);
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return known.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    @Override
    public SegmentNetworks networksOn(Segment segment) {
        return known.networksOn(segment);
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        return pods.users(ref, anywhere);
    }

    @Override
    public ClusterFacts facts() {
        return facts.last();
    }

    @Override
    public Optional<Map<String, String>> namespaceLabels(String namespace) {
        return labels.labels(namespace);
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> askNamespaceLabels(String namespace) {
        return liveLabels.ask(namespace);
    }
}
