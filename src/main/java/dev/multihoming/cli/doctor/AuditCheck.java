package dev.multihoming.cli.doctor;

import dev.multihoming.client.ClusterRequests.Reply;
import java.util.List;

/// When existing objects were last judged by the webhook itself: the leader notes it at its Lease.
final class AuditCheck implements Check {
    private static final String SUBJECT = "last audit";
    private static final String COMPLETED = "multihoming.dev/audit-completed";

    @Override
    public List<Line> lines(Installation installation) {
        if (installation.validating().isAbsent()) {
            // There is no webhook that could audit.
            return List.of();
        }
        String namespace = installation.systemNamespace();
        Reply lease = installation
                .cluster()
                .get("apis/coordination.k8s.io/v1/namespaces/%s/leases/multihoming-webhook".formatted(namespace));
        return List.of(line(lease, namespace));
    }

    private static Line line(Reply lease, String namespace) {
        if (lease.isNotPermitted()) {
            return Line.notPermitted(
                    SUBJECT,
                    "You may not read Leases in namespace %s.".formatted(namespace),
                    "Ask for the right to get them. PolicyReports show the findings of the audit.");
        }
        if (!lease.isSuccess() && !lease.isNotFound()) {
            return Line.unreadable(SUBJECT, "The Lease of the leader", lease.refusal("it"));
        }
        String completed = lease.body()
                .path("metadata")
                .path("annotations")
                .path(COMPLETED)
                .asText();
        return completed.isEmpty()
                ? Line.warning(
                        SUBJECT,
                        "No audit is complete yet.",
                        "The leader audits after its start; see docs/monitoring.md if that lasts.")
                : Line.ok(SUBJECT, "Complete at " + completed + ".");
    }
}
