package dev.multihoming.webhook.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks, publishes, and waits for the interval to pass or for something to change.
public final class AuditLoop implements AutoCloseable {
    /// Policies seldom change alone; one look for all of them.
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /// A look that failed is not waited for as long as one that told something: the alert MultihomingAuditFails counts
    /// on several in a few hours.
    private static final Duration UNTIL_REPEATED = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(AuditLoop.class);

    private final Audit audit;
    private final Reports reports;
    private final AuditMetrics metrics;
    private final Duration interval;
    private final Semaphore changes = new Semaphore(0);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("audit").factory());
    private @Nullable Future<?> running;

    public AuditLoop(Audit audit, Reports reports, AuditMetrics metrics, Duration interval) {
        this.audit = audit;
        this.reports = reports;
        this.metrics = metrics;
        this.interval = interval;
    }

    public synchronized void begin() {
        if (running == null && interval.isPositive()) {
            running = thread.submit(this::run);
        }
    }

    /// Something changed that decides what is a breach.
    public void soon() {
        changes.release();
    }

    /// Somebody else looks from now on.
    public synchronized void end() {
        if (running != null) {
            running.cancel(true);
            running = null;
        }
        metrics.forget();
    }

    @Override
    public void close() {
        end();
        thread.shutdownNow();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                changes.drainPermits();
                boolean told = look();
                if (told) {
                    // A cluster whose policies change all the time is not looked through all the time.
                    Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
                }
                rest(told ? interval : untilRepeated());
            }
        } catch (InterruptedException _) {
            // Somebody else looks from now on.
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it came to its end.
    private boolean look() throws InterruptedException {
        long began = System.nanoTime();
        try {
            AuditSnapshot census = audit.look();
            List<NamespaceReport> found = census.tallies().entrySet().stream()
                    .map(entry -> NamespaceReport.of(entry.getKey(), entry.getValue(), census.unread()))
                    .toList();
            metrics.found(census);
            reports.publish(found);
            metrics.completed(Duration.ofNanos(System.nanoTime() - began));
            LOG.infof(
                    "Audit: %d objects, %d namespaces with networks, in %d ms",
                    census.objects(), found.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            return true;
        } catch (InterruptedIOException _) {
            throw new InterruptedException();
        } catch (IOException e) {
            metrics.failed();
            LOG.warnf("The audit did not come to its end and will be repeated: %s", e.getMessage());
        } catch (RuntimeException e) {
            metrics.failed();
            LOG.error("The audit failed; this is a defect of the webhook", e);
        }
        return false;
    }

    private Duration untilRepeated() {
        return interval.compareTo(UNTIL_REPEATED) < 0 ? interval : UNTIL_REPEATED;
    }

    private void rest(Duration wait) throws InterruptedException {
        if (changes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            Thread.sleep(SETTLING);
        }
    }
}
