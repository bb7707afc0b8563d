package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an informer keeps of the namespaces: their names and labels. Annotations, of which every namespace
/// may have 256 KiB, are dropped with the rest of the object as soon as it is read.
///
/// As in [NadStore], the informer needs the keys alone, and gets objects back that have a name and nothing
/// else.
final class NamespaceStore implements ItemStore<Namespace> {
    private final ConcurrentMap<String, Map<String, String>> labels = new ConcurrentHashMap<>();
    private final Runnable changed;

    /// `changed` runs after every change of names or labels, and after no other.
    NamespaceStore(Runnable changed) {
        this.changed = changed;
    }

    /// By name; a live view.
    Map<String, Map<String, String>> labels() {
        return Collections.unmodifiableMap(labels);
    }

    @Override
    public String getKey(Namespace namespace) {
        return namespace.getMetadata().getName();
    }

    /// Answers that nothing was there before: this informer's events have no listener.
    @Override
    public @Nullable Namespace put(String key, Namespace namespace) {
        Map<String, String> its = namespace.getMetadata().getLabels();
        Map<String, String> kept = its == null ? Map.of() : Map.copyOf(its);
        if (!kept.equals(labels.put(key, kept))) {
            changed.run();
        }
        return null;
    }

    @Override
    public @Nullable Namespace remove(String key) {
        if (labels.remove(key) != null) {
            changed.run();
        }
        return null;
    }

    @Override
    public Stream<String> keySet() {
        return labels.keySet().stream();
    }

    @Override
    public Stream<Namespace> values() {
        return keySet().map(NamespaceStore::stub);
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public @Nullable Namespace get(String key) {
        return labels.containsKey(key) ? stub(key) : null;
    }

    /// The informer must not hold back events of the first list until it is complete: it would keep their
    /// keys.
    @Override
    public boolean isFullState() {
        return false;
    }

    private static Namespace stub(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }
}
