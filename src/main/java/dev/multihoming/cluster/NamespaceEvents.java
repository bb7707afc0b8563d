package dev.multihoming.cluster;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Map;
import java.util.Objects;

/// Writes the labels of namespaces into the book.
record NamespaceEvents(PolicyBook book) implements ResourceEventHandler<Namespace> {
    @Override
    public void onAdd(Namespace namespace) {
        book.namespaceChanged(
                namespace.getMetadata().getName(),
                Objects.requireNonNullElse(namespace.getMetadata().getLabels(), Map.of()));
    }

    @Override
    public void onUpdate(Namespace old, Namespace namespace) {
        onAdd(namespace);
    }

    @Override
    public void onDelete(Namespace namespace, boolean lastStateUnknown) {
        book.namespaceGone(namespace.getMetadata().getName());
    }
}
