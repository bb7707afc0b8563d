package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.webhook.audit.NamespaceReport;
import dev.multihoming.webhook.audit.Reports;
import dev.multihoming.webhook.cluster.ApiPages;
import dev.multihoming.webhook.cluster.ApiStatusException;
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

/// Reports as custom resources: one a namespace, written where its content changed and deleted with its last cause.
final class ReportStore implements Reports {
    /// The successor first: where both are installed, readers are on their way to it.
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

    ReportStore(KubernetesClient client, ApiPages pages) {
        this.client = client;
        this.pages = pages;
    }

    private record Kind(String group, String version, String plural, String kind) {
        String apiVersion() {
            return group + "/" + version;
        }

        String path() {
            return "apis/" + apiVersion() + "/" + plural + "?labelSelector=" + MANAGED_BY + "%3D" + NAME;
        }
    }

    @Override
    public void publish(List<NamespaceReport> reports) throws IOException {
        for (Kind kind : KINDS) {
            Optional<Map<String, String>> published = published(kind);
            if (published.isPresent()) {
                publish(kind, reports, published.get());
                return;
            }
        }
        LOG.debug("No kind of report is installed; findings are metrics only");
    }

    /// The fingerprint of every report of ours, by namespace; empty where there can be none.
    private Optional<Map<String, String>> published(Kind kind) throws IOException {
        Map<String, String> fingerprints = new HashMap<>();
        try {
            long end = System.nanoTime() + TIME_BOX_NANOS;
            pages.list(kind.path(), ApiPages.METADATA_ONLY, PAGE, end, report -> {
                JsonNode metadata = report.path("metadata");
                fingerprints.put(
                        metadata.path("namespace").asText(),
                        metadata.path("annotations").path(FINGERPRINT).asText());
            });
            return Optional.of(fingerprints);
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void publish(Kind kind, List<NamespaceReport> reports, Map<String, String> published) throws IOException {
        Set<String> superfluous = new HashSet<>(published.keySet());
        try {
            for (NamespaceReport report : reports) {
                superfluous.remove(report.namespace());
                if (!report.fingerprint().equals(published.get(report.namespace()))) {
                    write(resource(kind, report));
                }
            }
            for (String namespace : superfluous) {
                client.resource(bare(kind, namespace)).delete();
            }
        } catch (KubernetesClientException e) {
            throw new IOException("reports could not be written: " + e.getMessage(), e);
        }
    }

    private void write(GenericKubernetesResource report) {
        try {
            client.resource(report).patch(APPLY);
        } catch (KubernetesClientException e) {
            // The namespace is gone, or going: its report goes with it.
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND && e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                throw e;
            }
            LOG.debugf(
                    e,
                    "The report of %s could not be written",
                    report.getMetadata().getNamespace());
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
