package dev.multihoming.webhook.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What is to be looked at before its time: some namespaces, or everything. Bounded: where too
/// many namespaces wait, everything does. A namespace that was looked at rests, so that an author
/// who changes objects all the time does not keep the audit busy.
final class AuditRequests {
    static final int MAX_NAMESPACES = 500;

    /// Between two looks at one namespace. A finding is in the report within a minute, unless a look takes seconds.
    static final Duration LEAST_REST = Duration.ofSeconds(30);

    /// A namespace rests for so many times as long as the look at it took.
    static final int RESTS = 10;

    static final Duration MOST_REST = Duration.ofMinutes(10);

    private final Set<String> namespaces = new LinkedHashSet<>();

    /// Until when a namespace rests, by the clock.
    private final Map<String, Long> resting = new HashMap<>();

    private final LongSupplier clock;
    private boolean everything;

    AuditRequests() {
        this(System::nanoTime);
    }

    /// @param clock tells nanoseconds
    AuditRequests(LongSupplier clock) {
        this.clock = clock;
    }

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

    /// Returns after that time, or as soon as a namespace waits that does not rest, or everything
    /// does and `mayLookAtAll`.
    synchronized void await(long nanos, boolean mayLookAtAll) throws InterruptedException {
        long end = clock.getAsLong() + nanos;
        for (long now = clock.getAsLong(); now - end < 0; now = clock.getAsLong()) {
            long left = Math.min(end - now, untilRested(now));
            if (left <= 0 || (everything && mayLookAtAll)) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }

    /// How long it is until a namespace that waits may be looked at; very long where none waits.
    private long untilRested(long now) {
        return namespaces.stream()
                .mapToLong(namespace -> resting.getOrDefault(namespace, now) - now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    synchronized boolean isForEverything() {
        return everything;
    }

    /// The next of them that do not rest, in the order in which they came.
    synchronized List<String> takeNamespaces(int most) {
        long now = clock.getAsLong();
        resting.values().removeIf(until -> until - now <= 0);
        List<String> taken = new ArrayList<>();
        for (Iterator<String> all = namespaces.iterator(); all.hasNext() && taken.size() < most; ) {
            String namespace = all.next();
            if (!resting.containsKey(namespace)) {
                taken.add(namespace);
                all.remove();
            }
        }
        return taken;
    }

    /// That namespace was looked at.
    ///
    /// @param took how many nanoseconds that took
    synchronized void lookedAt(String namespace, long took) {
        resting.put(namespace, clock.getAsLong() + Math.clamp(RESTS * took, LEAST_REST.toNanos(), MOST_REST.toNanos()));
    }

    /// Everything is looked at now, and so are the namespaces that wait.
    synchronized void clear() {
        everything = false;
        namespaces.clear();
    }
}
