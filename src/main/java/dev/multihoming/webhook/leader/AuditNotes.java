package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.ApiPages;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The annotations of the Lease by which the leader is elected: who may write there asks for an
/// audit with one, and two others tell of the last audit. It needs no right that the election
/// does not need.
final class AuditNotes {
    private static final String REQUESTED = "multihoming.dev/audit-requested";
    private static final String COMPLETED = "multihoming.dev/audit-completed";
    private static final String REPORTS = "multihoming.dev/audit-reports";
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Logger LOG = Logger.getLogger(AuditNotes.class);

    private final KubernetesClient client;
    private final ApiPages pages;
    private final String namespace;

    AuditNotes(KubernetesClient client, String namespace) {
        this.client = client;
        this.pages = new ApiPages(client);
        this.namespace = namespace;
    }

    /// What the request for an audit says, which is anything, and another text in each request.
    /// Empty where that is not known.
    Optional<String> requested() {
        String path = "apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases/" + Leadership.LEASE;
        try {
            JsonNode lease = pages.get(path, ApiPages.JSON, System.nanoTime() + TIME_BOX_NANOS);
            return Optional.of(
                    lease.path("metadata").path("annotations").path(REQUESTED).asText());
        } catch (IOException e) {
            LOG.debugf(e, "Whether an audit is requested is not known");
            return Optional.empty();
        }
    }

    /// After an audit.
    ///
    /// @param reports as what they were written; for people
    void completed(String reports) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata")
                .putObject("annotations")
                .put(COMPLETED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(REPORTS, reports);
        try {
            client.leases().inNamespace(namespace).withName(Leadership.LEASE).patch(MERGE, patch.toString());
        } catch (KubernetesClientException e) {
            LOG.debugf(e, "The end of the audit could not be noted");
        }
    }
}
