package dev.multihoming.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything of one kind, from the installation of its CRD to its removal.
final class ResourceWatch<T extends HasMetadata> implements CrdUser {
    private final KubernetesClient client;
    private final Class<T> type;
    private final ResourceEventHandler<T> events;
    private final Consumer<Collection<T>> listed;
    private @Nullable SharedIndexInformer<T> informer;
    private volatile boolean ready;

    /// `listed` learns of the first complete list, and of an empty one when the CRD is missing.
    ResourceWatch(
            KubernetesClient client, Class<T> type, ResourceEventHandler<T> events, Consumer<Collection<T>> listed) {
        this.client = client;
        this.type = type;
        this.events = events;
        this.listed = listed;
    }

    /// True from the first complete list, or the first word that there can be none; it stays true.
    boolean isReady() {
        return ready;
    }

    /// As they are known now.
    synchronized List<T> all() {
        return informer == null ? List.of() : informer.getStore().list();
    }

    /// Whether changes arrive, or there can be none.
    synchronized boolean isCurrent() {
        return ready && (informer == null || informer.isWatching());
    }

    @Override
    public synchronized void crdInstalled() {
        if (informer != null) {
            return;
        }
        SharedIndexInformer<T> started = client.resources(type)
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true)
                .addEventHandler(events);
        informer = started;
        var _ = started.start().thenRun(() -> {
            listed.accept(started.getStore().list());
            ready = true;
        });
    }

    @Override
    public synchronized void crdMissing() {
        stop();
        listed.accept(List.of());
        ready = true;
    }

    @Override
    public synchronized void stop() {
        if (informer != null) {
            informer.stop();
            informer = null;
        }
    }
}
