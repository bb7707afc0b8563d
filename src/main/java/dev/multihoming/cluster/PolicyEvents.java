package dev.multihoming.cluster;

import dev.multihoming.api.MultiHomingPolicy;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;

/// Writes what happens to policies into the book.
record PolicyEvents(PolicyBook book) implements ResourceEventHandler<MultiHomingPolicy> {
    @Override
    public void onAdd(MultiHomingPolicy policy) {
        book.policyChanged(policy);
    }

    @Override
    public void onUpdate(MultiHomingPolicy old, MultiHomingPolicy policy) {
        book.policyChanged(policy);
    }

    @Override
    public void onDelete(MultiHomingPolicy policy, boolean lastStateUnknown) {
        book.policyGone(policy);
    }
}
