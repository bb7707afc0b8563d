package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything of one kind, from the installation of its CRD to its removal. Its lock is taken before any of the
/// informer's: a handler that is being added is called with both.
final class ResourceWatch<T extends HasMetadata> implements CrdUser {
    private final Supplier<SharedIndexInformer<T>> informers;
    private final ResourceIndex<T, ?> known;
    private @Nullable SharedIndexInformer<T> informer;
    private volatile boolean ready;

    /// `known` learns of all that there is, and of nothing when the CRD is missing.
    ResourceWatch(Supplier<SharedIndexInformer<T>> informers, ResourceIndex<T, ?> known) {
        this.informers = informers;
        this.known = known;
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
        SharedIndexInformer<T> started = informers.get().exceptionHandler((_, _) -> true);
        informer = started;
        var _ = started.start().thenRun(() -> follow(started));
    }

    /// An informer's store is ahead of its events, which wait for a thread. Whoever hears them from the
    /// beginning and reads the store beside that puts old values over new ones, by an event of before or by a
    /// copy of before, and what is deleted in between comes back for good. A handler that is added to a running
    /// informer gets what is in the store, and after that the events of after that, one after the other; a list
    /// that is read again for an expired version is such events too. Versions are not compared, since they fall
    /// where etcd is restored from a backup.
    private synchronized void follow(SharedIndexInformer<T> started) {
        if (started.equals(informer)) {
            known.together(() -> started.addEventHandler(new Changes<>(
                    object -> told(started, () -> known.is(object)),
                    object -> told(started, () -> known.gone(object)))));
            ready = true;
        }
    }

    /// What an informer was about to tell when it was stopped is of a CRD that is gone.
    private synchronized void told(SharedIndexInformer<T> by, Runnable news) {
        if (by.equals(informer)) {
            news.run();
        }
    }

    @Override
    public synchronized void crdMissing() {
        stop();
        known.noneIsLeft();
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
