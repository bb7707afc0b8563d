package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.client.ApiPages;
import dev.multihoming.webhook.audit.AuditReport;
import dev.multihoming.webhook.audit.Reports;
import dev.multihoming.webhook.leader.StoredReports.Version;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reports as custom resources: one a namespace and one of the cluster, written where its
/// content changed, also by another writer, and deleted with its last cause.
final class ReportStore implements Reports {
    static final String NAME = "multihoming-webhook";
    private static final String LEFT_OUT = "multihoming.dev/results-left-out";
    private static final String UNREAD = "multihoming.dev/kinds-not-permitted";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(NAME)
            .withForce(true)
            .build();
    private static final Logger LOG = Logger.getLogger(ReportStore.class);

    private final KubernetesClient client;
    private final StoredReports stored;
    private final AuditNotes notes;

    /// What was written last, by kind and namespace. Without it, after a change of the leader, a report is written
    /// again; the API server stores nothing where that changes nothing.
    private final Map<String, Version> written = new HashMap<>();

    /// That reports are written to since the last audit; `null` before it, and where none is
    /// installed.
    private @Nullable ReportApi chosen;

    private String told = "";

    ReportStore(KubernetesClient client, ApiPages pages, AuditNotes notes) {
        this.client = client;
        this.stored = new StoredReports(pages);
        this.notes = notes;
    }

    @Override
    public void publish(List<AuditReport> reports) throws IOException {
        @Nullable ReportApi first = null;
        List<String> unused = new ArrayList<>();
        for (ReportApi api : ReportApi.ALL) {
            Optional<Map<String, Version>> published = stored.of(api.ofNamespaces());
            if (published.isPresent()) {
                List<AuditReport> its = first == null ? reports : List.of();
                publish(api.ofNamespaces(), its, published.get());
                Optional<Map<String, Version>> ofCluster = stored.of(api.ofCluster());
                if (ofCluster.isPresent()) {
                    publish(api.ofCluster(), its, ofCluster.get());
                }
                if (first == null) {
                    first = api;
                } else {
                    unused.add(api.name());
                }
            }
        }
        chosen = first;
        tell(first == null ? "none" : first.name(), unused);
    }

    private void tell(String api, List<String> unused) {
        String now = api.equals("none")
                ? "No kind of report is installed: findings of the audit are metrics only"
                : "Findings of the audit are written as reports of " + api
                        + (unused.isEmpty() ? "" : "; also installed, and not written: " + String.join(", ", unused));
        if (!now.equals(told)) {
            LOG.info(now);
            told = now;
        }
        notes.completed(api);
    }

    @Override
    public void publish(String namespace, Optional<AuditReport> report) throws IOException {
        ReportApi api = chosen;
        if (api == null) {
            return;
        }
        ReportApi.Kind kind = namespace.equals(AuditReport.CLUSTER) ? api.ofCluster() : api.ofNamespaces();
        try {
            if (report.isEmpty()) {
                if (written.containsKey(kind.key(namespace))) {
                    delete(kind, namespace);
                }
            } else if (!report.get().fingerprint().equals(fingerprint(kind, namespace))) {
                write(kind, report.get());
            }
        } catch (KubernetesClientException e) {
            throw new IOException("the report could not be written: " + e.getMessage(), e);
        }
    }

    private String fingerprint(ReportApi.Kind kind, String namespace) {
        Version last = written.get(kind.key(namespace));
        return last == null ? "" : last.fingerprint();
    }

    /// Those of that kind, of namespaces or of the cluster.
    private void publish(ReportApi.Kind kind, List<AuditReport> reports, Map<String, Version> published)
            throws IOException {
        Set<String> superfluous = new HashSet<>(published.keySet());
        try {
            for (AuditReport report : reports) {
                if (report.isOfCluster() == kind.isOfCluster()) {
                    superfluous.remove(report.namespace());
                    Version version = published.get(report.namespace());
                    if (version == null
                            || !version.fingerprint().equals(report.fingerprint())
                            || !version.equals(written.get(kind.key(report.namespace())))) {
                        write(kind, report);
                    }
                }
            }
            superfluous.forEach(namespace -> delete(kind, namespace));
        } catch (KubernetesClientException e) {
            throw new IOException("reports could not be written: " + e.getMessage(), e);
        }
    }

    private void delete(ReportApi.Kind kind, String namespace) {
        client.resource(bare(kind, namespace)).delete();
        written.remove(kind.key(namespace));
    }

    private void write(ReportApi.Kind kind, AuditReport report) {
        try {
            GenericKubernetesResource stored =
                    client.resource(resource(kind, report)).patch(APPLY);
            written.put(
                    kind.key(report.namespace()),
                    new Version(report.fingerprint(), stored.getMetadata().getResourceVersion()));
        } catch (KubernetesClientException e) {
            // The namespace is gone, or going: its report goes with it. A CRD of the cluster's reports can be missing.
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND && e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                throw e;
            }
            LOG.debugf(e, "The report of %s could not be written", report.namespace());
        }
    }

    private static GenericKubernetesResource resource(ReportApi.Kind kind, AuditReport report) {
        Map<String, String> annotations = new TreeMap<>(Map.of(StoredReports.FINGERPRINT, report.fingerprint()));
        if (report.leftOut() > 0) {
            annotations.put(LEFT_OUT, Integer.toString(report.leftOut()));
        }
        if (!report.unread().isEmpty()) {
            annotations.put(UNREAD, String.join(",", report.unread()));
        }
        GenericKubernetesResource resource = bare(kind, report.namespace());
        resource.getMetadata().setAnnotations(annotations);
        JSON.convertValue(report.content(), FIELDS).forEach(resource::setAdditionalProperty);
        return resource;
    }

    private static GenericKubernetesResource bare(ReportApi.Kind kind, String namespace) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(kind.apiVersion())
                .withKind(kind.kind())
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(kind.isOfCluster() ? null : namespace)
                .withLabels(Map.of(StoredReports.MANAGED_BY, NAME))
                .endMetadata()
                .build();
    }
}
