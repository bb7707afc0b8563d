package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests to the kubeconfig's current cluster. Nothing is tried again, and nothing is ever stored.
public final class LiveRequests implements ClusterRequests, AutoCloseable {
    private static final ObjectMapper MAPPER = ClusterJson.mapper();

    /// The API server gives a webhook up to 30 seconds to answer.
    private static final long PATIENCE_SECONDS = 40;

    private final KubernetesClient client;
    private final HttpClient http;

    private LiveRequests(KubernetesClient client) {
        this.client = client;
        this.http = ApiPages.withoutRetries(client);
    }

    /// Of the current context of the kubeconfig; empty where there is none.
    public static Optional<LiveRequests> ofCurrentContext() {
        return CurrentContext.client().map(LiveRequests::new);
    }

    /// With that client, which is closed with it.
    static LiveRequests of(KubernetesClient client) {
        return new LiveRequests(client);
    }

    /// The namespace of the context.
    public String namespace() {
        return Objects.requireNonNullElse(client.getNamespace(), "default");
    }

    @Override
    public Reply get(String path) {
        return answer(request(path).build());
    }

    @Override
    public Reply dryRun(String path, JsonNode object) {
        return answer(request(path + "?dryRun=All&fieldManager=multihoming-doctor")
                .post(ApiPages.JSON, object.toString())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return http.newHttpRequestBuilder()
                .uri(client.getMasterUrl() + path)
                .header("Accept", ApiPages.JSON)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Reply answer(HttpRequest request) {
        BoundedBody body = new BoundedBody(ApiPages.MAX_BYTES);
        CompletableFuture<HttpResponse<AsyncBody>> response = http.consumeBytes(request, body);
        try {
            HttpResponse<AsyncBody> begun = response.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            BoundedBody.Answer answer = body.read(begun).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Reply(answer.code(), MAPPER.readTree(answer.body()), begun.headers("Warning"));
        } catch (ExecutionException | TimeoutException | IOException _) {
            return nothing();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return nothing();
        }
    }

    private static Reply nothing() {
        return new Reply(0, MissingNode.getInstance(), List.of());
    }

    @Override
    public void close() {
        client.close();
    }
}
