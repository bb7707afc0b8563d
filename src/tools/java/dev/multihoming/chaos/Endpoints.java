package dev.multihoming.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Which replicas a Service sends to, found out as slowly as a cluster does: a pod that is deleted and one
/// whose process ended after a second, one that is not ready after three probes with two seconds between them,
/// as the Deployment has it.
final class Endpoints implements AutoCloseable {
    private static final long PROBE_SECONDS = 2;
    private static final int FAILURES = 3;

    private final List<Endpoint> all = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());

    Endpoints() {
        var _ = clock.scheduleWithFixedDelay(this::probe, PROBE_SECONDS, PROBE_SECONDS, TimeUnit.SECONDS);
        var _ = clock.scheduleWithFixedDelay(this::dropDead, 1, 1, TimeUnit.SECONDS);
    }

    private static final class Endpoint {
        private final Replica replica;
        private volatile int failures;

        Endpoint(Replica replica) {
            this.replica = replica;
        }
    }

    /// A replica that is ready.
    void add(Replica replica) {
        all.add(new Endpoint(replica));
    }

    /// A pod that is being deleted: nobody waits for its readiness.
    void remove(Replica replica) {
        var _ = clock.schedule(() -> all.removeIf(it -> it.replica == replica), 1, TimeUnit.SECONDS);
    }

    List<Replica> replicas() {
        List<Replica> replicas = new ArrayList<>();
        all.forEach(it -> replicas.add(it.replica));
        return replicas;
    }

    /// Their ports.
    List<Integer> ready() {
        return all.stream()
                .filter(it -> it.failures < FAILURES)
                .map(it -> it.replica.wire().port())
                .toList();
    }

    private void probe() {
        for (Endpoint endpoint : all) {
            endpoint.failures = endpoint.replica.server().isReady() ? 0 : endpoint.failures + 1;
        }
    }

    private void dropDead() {
        for (Endpoint endpoint : all) {
            if (!endpoint.replica.server().isAlive()) {
                endpoint.failures = FAILURES;
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
