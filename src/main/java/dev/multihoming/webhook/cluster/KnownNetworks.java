package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.topology.SegmentNetworks;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// What is known of NADs without asking: a cache of them while their CRD is installed, else that there
/// are none.
@ApplicationScoped
public class KnownNetworks implements CrdUser {
    static final Lookup.Unknown NO_CRD = new Lookup.Unknown("the NetworkAttachmentDefinition CRD is not installed");

    private static final Logger LOG = Logger.getLogger(KnownNetworks.class);

    private final Supplier<NadCache> caches;
    private volatile State state = new State.NotYetKnown();
    private volatile boolean ready;

    @Inject
    KnownNetworks(KubernetesClient client) {
        this(() -> new NadInformer(client));
    }

    KnownNetworks(Supplier<NadCache> caches) {
        this.caches = caches;
    }

    private sealed interface State {
        record NotYetKnown() implements State {}

        record NoCrd() implements State {}

        record Cached(NadCache nads) implements State {}
    }

    /// Empty where only the API server can tell.
    Optional<Lookup> find(NadRef ref) {
        return switch (state) {
            case State.NotYetKnown() -> Optional.empty();
            case State.NoCrd() -> Optional.of(NO_CRD);
            case State.Cached(NadCache nads) -> nads.find(ref).map(Lookup.Found::new);
        };
    }

    Collection<String> names(String namespace) {
        return state instanceof State.Cached(NadCache nads) ? nads.names(namespace) : List.of();
    }

    /// Whether another namespace has a NAD with that plugin and CNI network name.
    boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return state instanceof State.Cached(NadCache nads)
                && nads.isNetworkElsewhere(pluginType, networkName, namespace);
    }

    /// Those on some part of that segment.
    public SegmentNetworks networksOn(Segment segment) {
        return state instanceof State.Cached(NadCache nads) ? nads.networksOn(segment) : SegmentNetworks.NONE;
    }

    int size() {
        return state instanceof State.Cached(NadCache nads) ? nads.size() : 0;
    }

    boolean isWatching() {
        return state instanceof State.Cached(NadCache nads) && nads.isWatching();
    }

    /// Whether changes arrive, or there can be none.
    boolean isCurrent() {
        return isWatching() || state instanceof State.NoCrd;
    }

    /// True from the first complete list of NADs, or the first word that their CRD is missing. It stays
    /// true: if the API server or the CRD comes and goes later, answers from the last known state and
    /// live lookups are better than none, and replicas that all turn unready at once would refuse every
    /// pod with a network annotation.
    public boolean isReady() {
        return ready;
    }

    /// For people who ask why the webhook is not ready.
    String description() {
        return switch (state) {
            case State.NotYetKnown() -> "waiting to hear from the API server whether the CRD is installed";
            case State.NoCrd() -> "the CRD is not installed";
            case State.Cached _ -> ready ? "NADs are known" : "waiting for the first list of NADs";
        };
    }

    @Override
    public synchronized void crdInstalled() {
        if (state instanceof State.Cached) {
            return;
        }
        LOG.info("The NetworkAttachmentDefinition CRD is installed: reading NADs");
        NadCache nads = caches.get();
        state = new State.Cached(nads);
        var _ = nads.start().thenRun(() -> {
            ready = true;
            LOG.infof("NADs known: %d", nads.size());
        });
    }

    @Override
    public synchronized void crdMissing() {
        if (!(state instanceof State.NoCrd)) {
            LOG.warn("The NetworkAttachmentDefinition CRD is not installed: NADs cannot be looked up until it is");
        }
        forgetAll(new State.NoCrd());
        ready = true;
    }

    @Override
    public synchronized void stop() {
        forgetAll(new State.NotYetKnown());
    }

    private void forgetAll(State next) {
        if (state instanceof State.Cached(NadCache nads)) {
            nads.close();
        }
        state = next;
    }
}
