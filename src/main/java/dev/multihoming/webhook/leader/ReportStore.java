package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import dev.multihoming.webhook.audit.NamespaceReport;
import dev.multihoming.webhook.audit.Reports;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Reports as custom resources: one a namespace, written where its content changed, also by another writer, and deleted
/// with its last cause.
final class ReportStore implements Reports {
    /// The successor first: where both are installed, readers are on their way to it, and the other kind gets none.
    private static final List<Kind> KINDS = List.of(
            new Kind("openreports.io", "v1alpha1", "reports", "Report"),
            new Kind("wgpolicyk8s.io", "v1alpha2", "policyreports", "PolicyReport"));

    private static final String NAME = "multihoming-webhook";
    private static final String FINGERPRINT = "multihoming.dev/content";
    private static final String LEFT_OUT = "multihoming.dev/results-left-out";
    private static final String UNREAD = "multihoming.dev/kinds-not-permitted";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final int PAGE = 250;
    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(NAME)
            .withForce(true)
            .build();
    private static final Logger LOG = Logger.getLogger(ReportStore.class);

    private final KubernetesClient client;
    private final ApiPages pages;

    /// What was written last, by kind and namespace. Without it, after a change of the leader, a report is written
    /// again; the API server stores nothing where that changes nothing.
    private final Map<String, Version> written = new HashMap<>();

    ReportStore(KubernetesClient client, ApiPages pages) {
        this.client = client;
        this.pages = pages;
    }

    private record Kind(String group, String version, String plural, String kind) {
        String apiVersion() {
            return group + "/" + version;
        }

        String key(String namespace) {
            return plural + "/" + namespace;
        }

        String path() {
            return "apis/" + apiVersion() + "/" + plural + "?labelSelector=" + MANAGED_BY + "%3D" + NAME;
        }
    }

    /// A report as it is stored.
    ///
    /// @param resourceVersion changes with each write, by any writer
    private record Version(String fingerprint, String resourceVersion) {}

    @Override
    public void publish(List<NamespaceReport> reports) throws IOException {
        boolean isPublished = false;
        for (Kind kind : KINDS) {
            Optional<Map<String, Version>> published = published(kind);
            if (published.isPresent()) {
                publish(kind, isPublished ? List.of() : reports, published.get());
                isPublished = true;
            }
        }
        if (!isPublished) {
            LOG.debug("No kind of report is installed; findings are metrics only");
        }
    }

    /// Every report of ours, by namespace; empty where there can be none.
    private Optional<Map<String, Version>> published(Kind kind) throws IOException {
        Map<String, Version> versions = new HashMap<>();
        try {
            long end = System.nanoTime() + TIME_BOX_NANOS;
            pages.list(kind.path(), ApiPages.METADATA_ONLY, PAGE, end, report -> {
                JsonNode metadata = report.path("metadata");
                versions.put(
                        metadata.path("namespace").asText(),
                        new Version(
                                metadata.path("annotations").path(FINGERPRINT).asText(),
                                metadata.path("resourceVersion").asText()));
            });
            return Optional.of(versions);
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void publish(Kind kind, List<NamespaceReport> reports, Map<String, Version> published) throws IOException {
        Set<String> superfluous = new HashSet<>(published.keySet());
        try {
            for (NamespaceReport report : reports) {
                superfluous.remove(report.namespace());
                Version stored = published.get(report.namespace());
                if (stored == null
                        || !stored.fingerprint().equals(report.fingerprint())
                        || !stored.equals(written.get(kind.key(report.namespace())))) {
                    write(kind, report);
                }
            }
            for (String namespace : superfluous) {
                client.resource(bare(kind, namespace)).delete();
                written.remove(kind.key(namespace));
            }
        } catch (KubernetesClientException e) {
            throw new IOException("reports could not be written: " + e.getMessage(), e);
        }
    }

    private void write(Kind kind, NamespaceReport report) {
        try {
            GenericKubernetesResource stored =
                    client.resource(resource(kind, report)).patch(APPLY);
            written.put(
                    kind.key(report.namespace()),
                    new Version(report.fingerprint(), stored.getMetadata().getResourceVersion()));
        } catch (KubernetesClientException e) {
            // The namespace is gone, or going: its report goes with it.
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND && e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                throw e;
            }
            LOG.debugf(e, "The report of %s could not be written", report.namespace());
        }
    }

    private static GenericKubernetesResource resource(Kind kind, NamespaceReport report) {
        Map<String, String> annotations = new TreeMap<>(Map.of(FINGERPRINT, report.fingerprint()));
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

    private static GenericKubernetesResource bare(Kind kind, String namespace) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion(kind.apiVersion())
                .withKind(kind.kind())
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .withLabels(Map.of(MANAGED_BY, NAME))
                .endMetadata()
                .build();
    }
}
