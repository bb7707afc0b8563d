package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.function.Consumer;

/// What an informer tells, in two words.
///
/// @param is learns of an object that is new or different
/// @param gone of one that is no more
record Changes<T>(Consumer<T> is, Consumer<T> gone) implements ResourceEventHandler<T> {
    @Override
    public void onAdd(T object) {
        is.accept(object);
    }

    @Override
    public void onUpdate(T old, T object) {
        is.accept(object);
    }

    @Override
    public void onDelete(T object, boolean lastStateUnknown) {
        gone.accept(object);
    }
}
