package dev.multihoming.webhook.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often the API server may be asked about NADs that the informer does not know.
///
/// Only missing names and those created a moment ago are ever asked for, so this budget is what a flood of
/// invented names can use up; answers about NADs the informer knows do not depend on it. Each namespace has its
/// own share. Of what all namespaces share, the first half goes to whoever asks; below that, the scarcer it
/// gets, the more of its own share a namespace must have left: the flood stops first, a quiet namespace last.
final class LookupBudget {
    /// As the limit has it, a pod may select this many networks at once (`Settings.maxNetworks`).
    static final int NAMESPACE_BURST = 64;

    static final int NAMESPACE_PER_SECOND = 10;
    static final int SHARED_BURST = 400;

    /// Little for an API server: a GET by name of a small object.
    static final int SHARED_PER_SECOND = 50;

    private final LongSupplier nanoTime;
    private final Bucket shared;
    private final Map<String, Bucket> namespaces = new HashMap<>();

    LookupBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.shared = new Bucket(SHARED_BURST, SHARED_PER_SECOND, nanoTime.getAsLong());
    }

    /// Whether one more lookup in that namespace may be made now.
    synchronized boolean take(String namespace) {
        long now = nanoTime.getAsLong();
        shared.refill(now);
        namespaces.values().removeIf(bucket -> bucket.refill(now) >= 1);
        Bucket own = namespaces.computeIfAbsent(namespace, _ -> new Bucket(NAMESPACE_BURST, NAMESPACE_PER_SECOND, now));
        boolean fair = own.level() >= 1 - 2 * shared.level();
        // Paid before the second look: who goes on asking while it is scarce must not fill up and look quiet.
        return own.pay() && fair && shared.pay();
    }

    /// For tests: what is remembered of namespaces must not grow with their number.
    synchronized int rememberedNamespaces() {
        return namespaces.size();
    }

    /// A token bucket.
    private static final class Bucket {
        private final double capacity;
        private final double perSecond;
        private double tokens;
        private long refilledAt;

        Bucket(int capacity, int perSecond, long now) {
            this.capacity = capacity;
            this.perSecond = perSecond;
            this.tokens = capacity;
            this.refilledAt = now;
        }

        /// Returns the level afterwards.
        double refill(long now) {
            tokens = Math.min(capacity, tokens + perSecond * (now - refilledAt) / 1e9);
            refilledAt = now;
            return level();
        }

        boolean pay() {
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        /// From 0, empty, to 1, full.
        double level() {
            return tokens / capacity;
        }
    }
}
