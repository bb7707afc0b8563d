package dev.multihoming.webhook.leader;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.admission.ExistingReviews;
import dev.multihoming.core.review.Wording;
import dev.multihoming.webhook.audit.Audit;
import dev.multihoming.webhook.audit.AuditLoop;
import dev.multihoming.webhook.audit.AuditMetrics;
import dev.multihoming.webhook.cluster.PolicyWatch;
import dev.multihoming.webhook.settings.Configuration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// The audit, put together: on a schedule, and soon after policies change.
@ApplicationScoped
class AuditDuty implements LeaderTask {
    private final AuditLoop loop;

    AuditDuty(
            KubernetesClient client,
            Configuration configuration,
            ExistingReviews reviews,
            Wording wording,
            PolicyWatch policies,
            MeterRegistry meters) {
        ApiPages pages = new ApiPages(client, configuration.auditPause());
        Audit audit = new Audit(new ApiInventory(pages), reviews, wording, configuration.auditResultsPerNamespace());
        this.loop = new AuditLoop(
                audit, new ReportStore(client, pages), new AuditMetrics(meters), configuration.auditInterval());
        policies.onChange(loop::soon);
    }

    @Override
    public void begin() {
        loop.begin();
    }

    @Override
    public void end() {
        loop.end();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }
}
