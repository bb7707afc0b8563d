package dev.multihoming.webhook.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where reports are published.
public interface Reports {
    /// These and no others are ours from now on.
    ///
    /// @throws IOException when that could not be completed
    void publish(List<AuditReport> reports) throws IOException;

    /// This one is that of its namespace from now on, or of the cluster; empty where there is
    /// nothing to report. Others stay.
    ///
    /// @param namespace or [AuditReport#CLUSTER]
    /// @throws IOException when that could not be completed
    void publish(String namespace, Optional<AuditReport> report) throws IOException;
}
