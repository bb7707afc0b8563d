package dev.multihoming.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Pods without pause, legal and illegal in turn, from several senders at once.
final class PodStream implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final long MILLIS_BETWEEN_PODS = 40;

    private final ApiClient api;
    private final List<Specimen> specimens;
    private final RequestCounts tally;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> senders = new ArrayList<>();
    private volatile boolean over;

    PodStream(ApiClient api, List<Specimen> specimens, RequestCounts tally) {
        this.api = api;
        this.specimens = specimens;
        this.tally = tally;
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = sender;
            senders.add(threads.submit(() -> {
                send(first);
                return null;
            }));
        }
    }

    private void send(int first) throws InterruptedException {
        for (int i = first; !over; i++) {
            Specimen specimen = specimens.get(i % specimens.size());
            tally.count(specimen, api.tryPod(specimen.pod()));
            Thread.sleep(MILLIS_BETWEEN_PODS);
        }
    }

    /// Every request that was sent is counted.
    @Override
    public void close() {
        over = true;
        try {
            for (Future<?> sender : senders) {
                sender.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a sender failed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
