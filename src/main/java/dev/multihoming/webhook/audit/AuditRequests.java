package dev.multihoming.webhook.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What is to be looked at before its time: some namespaces, or everything. Bounded: where too
/// many namespaces wait, everything does.
final class AuditRequests {
    static final int MAX_NAMESPACES = 500;

    private final Set<String> namespaces = new LinkedHashSet<>();
    private boolean everything;

    synchronized void everything() {
        everything = true;
        notifyAll();
    }

    synchronized void namespace(String namespace) {
        if (namespaces.size() < MAX_NAMESPACES) {
            namespaces.add(namespace);
        } else {
            everything = true;
        }
        notifyAll();
    }

    /// Returns after that time, or as soon as namespaces wait, or everything does and
    /// `mayLookAtAll`.
    synchronized void await(long nanos, boolean mayLookAtAll) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            if (!namespaces.isEmpty() || (everything && mayLookAtAll)) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }

    synchronized boolean isForEverything() {
        return everything;
    }

    /// The next of them, in the order in which they came.
    synchronized List<String> takeNamespaces(int most) {
        List<String> taken = new ArrayList<>();
        for (Iterator<String> all = namespaces.iterator(); all.hasNext() && taken.size() < most; all.remove()) {
            taken.add(all.next());
        }
        return taken;
    }

    /// Everything is looked at now, and so are the namespaces that wait.
    synchronized void clear() {
        everything = false;
        namespaces.clear();
    }
}
