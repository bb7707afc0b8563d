package dev.multihoming.webhook.cluster;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.SegmentIndex;
import dev.multihoming.core.topology.SegmentNetworks;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an informer keeps of the NADs: a few hundred bytes each. The objects themselves, of any size, are
/// dropped as soon as they are summarised.
///
/// The informer needs of its store only the keys, to find what a new list no longer holds; where its
/// interface asks for an object back, it gets one that has a namespace and a name and nothing else.
final class NadStore implements ItemStore<GenericKubernetesResource> {
    private final ConcurrentMap<String, ConcurrentMap<String, NadSummary>> namespaces = new ConcurrentHashMap<>();

    private final SegmentIndex segments = new SegmentIndex(new ConcurrentMaps());

    private final NetworkNames names = new NetworkNames();

    Optional<NadSummary> find(NadRef ref) {
        return Optional.ofNullable(
                namespaces.getOrDefault(ref.namespace(), NONE).get(ref.name()));
    }

    /// A live view.
    Collection<String> names(String namespace) {
        return Collections.unmodifiableSet(
                namespaces.getOrDefault(namespace, NONE).keySet());
    }

    boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return names.isElsewhere(pluginType, networkName, namespace);
    }

    /// Looks at those of that segment only.
    SegmentNetworks networksOn(Segment segment) {
        return segments.meeting(segment);
    }

    @Override
    public String getKey(GenericKubernetesResource nad) {
        return NetworkAttachmentDefinitions.refOf(nad).toString();
    }

    /// Answers that nothing was there before: this informer's events have no listener.
    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource nad) {
        NadSummary summary = NetworkAttachmentDefinitions.summaryOf(nad);
        NadRef ref = summary.ref();
        namespaces.compute(ref.namespace(), (_, nads) -> {
            ConcurrentMap<String, NadSummary> kept = nads == null ? new ConcurrentHashMap<>() : nads;
            replaced(kept.put(ref.name(), summary), summary);
            return kept;
        });
        return null;
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        NadRef ref = ref(key);
        namespaces.computeIfPresent(ref.namespace(), (_, nads) -> {
            replaced(nads.remove(ref.name()), null);
            return nads.isEmpty() ? null : nads;
        });
        return null;
    }

    private void replaced(@Nullable NadSummary before, @Nullable NadSummary now) {
        names.replace(before, now);
        Network was = before == null ? null : before.network();
        Network is = now == null ? null : now.network();
        // A list brings all again, most of them as they were: those are found all the time.
        if (Objects.equals(was, is)) {
            return;
        }
        if (was != null) {
            segments.remove(was);
        }
        if (is != null) {
            segments.add(is);
        }
    }

    @Override
    public Stream<String> keySet() {
        return refs().map(NadRef::toString);
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return refs().map(NadStore::stub);
    }

    @Override
    public int size() {
        return namespaces.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        NadRef ref = ref(key);
        return find(ref).isPresent() ? stub(ref) : null;
    }

    /// The informer must not hold back events of the first list until it is complete: it would keep their
    /// keys.
    @Override
    public boolean isFullState() {
        return false;
    }

    private Stream<NadRef> refs() {
        return namespaces.values().stream()
                .flatMap(nads -> nads.values().stream())
                .map(NadSummary::ref);
    }

    private static NadRef ref(String key) {
        int slash = key.indexOf('/');
        return new NadRef(key.substring(0, slash), key.substring(slash + 1));
    }

    private static GenericKubernetesResource stub(NadRef ref) {
        var stub = new GenericKubernetesResource();
        stub.setMetadata(new ObjectMetaBuilder()
                .withNamespace(ref.namespace())
                .withName(ref.name())
                .build());
        return stub;
    }

    private static final ConcurrentMap<String, NadSummary> NONE = new ConcurrentHashMap<>();
}
