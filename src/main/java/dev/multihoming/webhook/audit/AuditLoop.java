package dev.multihoming.webhook.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Looks at everything, publishes, and waits for the interval to pass or for something to
/// change. In between it looks at the namespaces where something changed.
public final class AuditLoop implements AutoCloseable {
    /// Policies seldom change alone; one look for all of them. The same holds for the objects
    /// of a namespace.
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /// A look that failed is not waited for as long as one that told something: the alert MultihomingAuditFails counts
    /// on several in a few hours.
    private static final Duration UNTIL_REPEATED = Duration.ofMinutes(5);

    /// Between two rests.
    private static final int NAMESPACES_AT_ONCE = 20;

    private static final Logger LOG = Logger.getLogger(AuditLoop.class);

    private final Audit audit;
    private final Reports reports;
    private final AuditMetrics metrics;
    private final Duration interval;
    private final AuditRequests requests = new AuditRequests();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("audit").factory());
    private @Nullable Future<?> running;

    /// What was found last; only the thread's own.
    private @Nullable AuditSnapshot last;

    public AuditLoop(Audit audit, Reports reports, AuditMetrics metrics, Duration interval) {
        this.audit = audit;
        this.reports = reports;
        this.metrics = metrics;
        this.interval = interval;
    }

    /// Whether an interval is set.
    public boolean isEnabled() {
        return interval.isPositive();
    }

    public synchronized void begin() {
        if (running == null && isEnabled()) {
            running = thread.submit(this::run);
        }
    }

    /// Something changed that decides what is a breach, or an audit is requested.
    public void soon() {
        requests.everything();
    }

    /// Something changed in a namespace.
    public void soon(String namespace) {
        requests.namespace(namespace);
    }

    /// Another replica looks from now on.
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
        // What an earlier term found is not what is there now.
        last = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                requests.clear();
                boolean told = look();
                long now = System.nanoTime();
                // A cluster whose policies change all the time is not looked through all the time.
                rest(told ? 2 * now - began : now, now + (told ? interval : untilRepeated()).toNanos());
            }
        } catch (InterruptedException _) {
            // Another replica looks from now on.
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it came to its end.
    private boolean look() throws InterruptedException {
        long began = System.nanoTime();
        return attempt(metrics::failed, () -> {
            AuditSnapshot census = audit.look();
            List<AuditReport> found = new ArrayList<>(census.reports());
            int namespaces = found.size();
            census.clusterReport().ifPresent(found::add);
            metrics.found(census);
            last = census;
            reports.publish(found);
            metrics.completed(Duration.ofNanos(System.nanoTime() - began));
            LOG.infof(
                    "Audit: %d objects, %d namespaces with networks, in %d ms",
                    census.objects(), namespaces, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        });
    }

    private boolean look(List<String> namespaces) throws InterruptedException {
        // The alert is about full audits, of which one follows.
        return attempt(() -> {}, () -> {
            AuditSnapshot census = last;
            if (census == null) {
                return;
            }
            for (String namespace : namespaces) {
                long began = System.nanoTime();
                AuditSnapshot found = audit.look(namespace);
                reports.publish(namespace, found.reports().stream().findFirst());
                census.replace(namespace, found);
                requests.lookedAt(namespace, System.nanoTime() - began);
            }
            Optional<AuditReport> ofCluster = census.clusterReport();
            reports.publish(AuditReport.CLUSTER, ofCluster);
            metrics.found(census);
            LOG.debugf("Audit: looked again at %s", namespaces);
        });
    }

    /// Work that can fail.
    private interface Work {
        void run() throws IOException;
    }

    /// @param failed what a failure is counted by
    private boolean attempt(Runnable failed, Work work) throws InterruptedException {
        try {
            work.run();
            return true;
        } catch (InterruptedIOException _) {
            throw new InterruptedException();
        } catch (IOException e) {
            failed.run();
            LOG.warnf("The audit did not come to its end and will be repeated: %s", e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            failed.run();
            LOG.error("The audit failed; this is a defect of the webhook", e);
        }
        return false;
    }

    private Duration untilRepeated() {
        return interval.compareTo(UNTIL_REPEATED) < 0 ? interval : UNTIL_REPEATED;
    }

    /// Returns when everything is to be looked at: not before `earliest`, and at `latest` at
    /// the latest; sooner where a look at a namespace failed.
    private void rest(long earliest, long latest) throws InterruptedException {
        long due = latest;
        for (long now = System.nanoTime(); now - due < 0; now = System.nanoTime()) {
            boolean mayLookAtAll = now - earliest >= 0;
            requests.await(mayLookAtAll ? due - now : Math.min(due, earliest) - now, mayLookAtAll);
            if (mayLookAtAll && requests.isForEverything()) {
                Thread.sleep(SETTLING);
                return;
            }
            if (!lookAtChangedNamespaces()) {
                due = Math.min(due, System.nanoTime() + untilRepeated().toNanos());
            }
        }
    }

    /// Whether it came to its end.
    private boolean lookAtChangedNamespaces() throws InterruptedException {
        List<String> namespaces = requests.takeNamespaces(NAMESPACES_AT_ONCE);
        if (namespaces.isEmpty()) {
            return true;
        }
        Thread.sleep(SETTLING);
        long began = System.nanoTime();
        boolean told = look(namespaces);
        // As above: half of the time at most.
        Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
        return told;
    }
}
