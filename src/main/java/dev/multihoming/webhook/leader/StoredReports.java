package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Our reports, as the API server has them.
final class StoredReports {
    static final String FINGERPRINT = "multihoming.dev/content";
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private static final int PAGE = 250;
    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final ApiPages pages;

    StoredReports(ApiPages pages) {
        this.pages = pages;
    }

    /// A report as it is stored.
    ///
    /// @param resourceVersion changes with each write, by any writer
    record Version(String fingerprint, String resourceVersion) {}

    /// Every report of ours, by namespace; that of the cluster by an empty one. Empty where
    /// there can be none.
    Optional<Map<String, Version>> of(ReportApi.Kind kind) throws IOException {
        Map<String, Version> versions = new HashMap<>();
        String path = "apis/" + kind.apiVersion() + "/" + kind.plural() + "?labelSelector=" + MANAGED_BY + "%3D"
                + ReportStore.NAME;
        try {
            long end = System.nanoTime() + TIME_BOX_NANOS;
            pages.list(path, ApiPages.METADATA_ONLY, PAGE, end, report -> {
                JsonNode metadata = report.path("metadata");
                versions.put(
                        metadata.path("namespace").asText(),
                        new Version(
                                metadata.path("annotations").path(FINGERPRINT).asText(),
                                metadata.path("resourceVersion").asText()));
            });
            return Optional.of(versions);
        } catch (ApiStatusException e) {
            // Rights for the report of the cluster came later than those for the others.
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND
                    || (e.code() == HttpURLConnection.HTTP_FORBIDDEN && kind.isOfCluster())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
