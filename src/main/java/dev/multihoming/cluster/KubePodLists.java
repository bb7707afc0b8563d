package dev.multihoming.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.multus.NadRef;
import dev.multihoming.review.NetworkUsers;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Lists pods page by page, their metadata only, for as long as a webhook can afford.
final class KubePodLists implements PodLists {
    /// Less than a review waits for lookups.
    private static final long TIME_BOX_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    /// Some KiB each, and a page is in memory at once.
    private static final int PAGE = 250;

    /// Whoever deletes networks by the hundred must not make us list pods by the hundred thousand.
    private static final int AT_ONCE = 2;

    private static final String METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final String NOT_OVER = "status.phase!=Succeeded,status.phase!=Failed";
    private static final Logger LOG = Logger.getLogger(KubePodLists.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String root;
    private final Executor executor;
    private final Semaphore looks = new Semaphore(AT_ONCE);

    /// `executor` may block.
    KubePodLists(KubernetesClient client, Executor executor) {
        this.http = client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
                .build();
        this.root = client.getMasterUrl() + "api/v1/";
        this.executor = executor;
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        if (!KubernetesNames.couldExist(ref) || !looks.tryAcquire()) {
            return CompletableFuture.completedStage(NetworkUsers.UNKNOWN);
        }
        return CompletableFuture.supplyAsync(() -> look(ref, anywhere), executor)
                .whenComplete((_, _) -> looks.release());
    }

    private NetworkUsers look(NadRef ref, boolean anywhere) {
        UsersCount users = new UsersCount(ref);
        try {
            long end = System.nanoTime() + TIME_BOX_NANOS;
            if (isTerminating(ref.namespace(), end)) {
                return NetworkUsers.NONE;
            }
            String next = "";
            do {
                JsonNode page = get(path(ref, anywhere, next), end);
                page.path("items").forEach(users::add);
                next = page.at("/metadata/continue").asText();
            } while (!next.isEmpty());
            return users.result(true);
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.debugf(e, "Looking for the pods that use NAD %s ended early", ref);
            return users.result(false);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return users.result(false);
        }
    }

    /// Its pods go with it, and nothing may hold it up.
    private boolean isTerminating(String namespace, long end)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        return get("namespaces/" + namespace, end)
                .at("/metadata/deletionTimestamp")
                .isTextual();
    }

    private static String path(NadRef ref, boolean anywhere, String next) {
        return (anywhere ? "pods" : "namespaces/" + ref.namespace() + "/pods")
                + "?limit=" + PAGE
                + "&fieldSelector=" + URLEncoder.encode(NOT_OVER, StandardCharsets.UTF_8)
                + (next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private JsonNode get(String path, long end)
            throws IOException, ExecutionException, TimeoutException, InterruptedException {
        long left = Math.max(0, end - System.nanoTime());
        var request = http.newHttpRequestBuilder()
                .uri(root + path)
                .header("Accept", path.contains("?") ? METADATA_ONLY : "application/json")
                .timeout(TimeUnit.NANOSECONDS.toMillis(TIME_BOX_NANOS), TimeUnit.MILLISECONDS)
                .build();
        HttpResponse<byte[]> response = http.sendAsync(request, byte[].class).get(left, TimeUnit.NANOSECONDS);
        if (response.code() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the API server answered with status " + response.code());
        }
        return JSON.readTree(response.body());
    }
}
