package dev.multihoming.webhook.audit;

import java.io.IOException;
import java.util.List;

/// Where reports are published.
public interface Reports {
    /// These and no others are ours from now on.
    ///
    /// @throws IOException when that could not be completed
    void publish(List<NamespaceReport> reports) throws IOException;
}
