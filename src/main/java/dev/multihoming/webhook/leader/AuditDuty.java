package dev.multihoming.webhook.leader;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.review.Wording;
import dev.multihoming.webhook.audit.Audit;
import dev.multihoming.webhook.audit.AuditLoop;
import dev.multihoming.webhook.audit.AuditMetrics;
import dev.multihoming.webhook.cluster.KnownNetworks;
import dev.multihoming.webhook.cluster.PolicyWatch;
import dev.multihoming.webhook.schedule.PeriodicTask;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The audit, put together: on a schedule, soon after policies or objects change, and on
/// request.
@ApplicationScoped
class AuditDuty implements LeaderTask {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(AuditDuty.class);

    private final AuditLoop loop;
    private final ObjectWatches watches;
    private final boolean watchesObjects;
    private final AuditNotes notes;
    private final PeriodicTask task = new PeriodicTask("audit-requests");

    AuditDuty(
            KubernetesClient client,
            Configuration configuration,
            ExistingReviews reviews,
            KnownNetworks networks,
            Wording wording,
            PolicyWatch policies,
            MeterRegistry meters) {
        ApiPages pages = new ApiPages(client, configuration.auditPause());
        Audit audit = new Audit(
                new ApiInventory(pages),
                reviews,
                networks::networksOn,
                wording,
                configuration.auditResultsPerNamespace());
        this.notes = new AuditNotes(client, configuration.namespace());
        this.loop = new AuditLoop(
                audit, new ReportStore(client, pages, notes), new AuditMetrics(meters), configuration.auditInterval());
        this.watches = new ObjectWatches(client, audit, loop);
        this.watchesObjects = configuration.auditWatch();
        policies.onChange(loop::soon);
    }

    @Override
    public synchronized void begin() {
        if (!loop.isEnabled()) {
            return;
        }
        if (watchesObjects) {
            watches.begin();
        } else {
            loop.begin();
        }
        AtomicReference<@Nullable String> before = new AtomicReference<>();
        task.start(
                () -> notes.requested().ifPresent(now -> requested(before.getAndSet(now), now)),
                Duration.ZERO,
                BETWEEN_LOOKS);
    }

    /// What was there when this replica began to lead is answered by its first look.
    private void requested(@Nullable String before, String now) {
        if (before != null && !now.isEmpty() && !now.equals(before)) {
            LOG.info("An audit is requested at the Lease");
            loop.soon();
        }
    }

    @Override
    public synchronized void end() {
        task.stop();
        watches.end();
        loop.end();
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
        watches.close();
        loop.close();
    }
}
