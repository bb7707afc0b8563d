package dev.multihoming.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Reads from the API server page by page, so that one page is in memory and never a list. Blocks the calling thread;
/// below fabric8's resource DSL, which would try again for longer than the caller has time.
final class ApiPages {
    static final String JSON = "application/json";

    /// Of pods and their like, which are large, what stands on their label.
    static final String METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http;
    private final String root;

    ApiPages(KubernetesClient client) {
        this.http = withoutRetries(client);
        this.root = client.getMasterUrl().toString();
    }

    /// The client's own would try again for longer than a caller here has time.
    static HttpClient withoutRetries(KubernetesClient client) {
        return client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
                .build();
    }

    /// Every object of a list, as long as there is time.
    ///
    /// @param path below the server's address, without `/` at its start; with or without a query
    /// @param page how many objects one answer holds
    /// @param end of [System#nanoTime]
    /// @throws IOException when not all could be read, after those that could
    void list(String path, String accept, int page, long end, Consumer<JsonNode> each) throws IOException {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + page;
        String next = "";
        do {
            JsonNode list = get(first + next, accept, end);
            list.path("items").forEach(each);
            String token = list.at("/metadata/continue").asText();
            next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
    }

    JsonNode get(String path, String accept, long end) throws IOException {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        var request = http.newHttpRequestBuilder()
                .uri(root + path)
                .header("Accept", accept)
                .timeout(left, TimeUnit.MILLISECONDS)
                .build();
        try {
            HttpResponse<byte[]> response =
                    http.sendAsync(request, byte[].class).get(left, TimeUnit.MILLISECONDS);
            if (response.code() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the API server answered with status " + response.code());
            }
            return MAPPER.readTree(response.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the API server did not answer", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
