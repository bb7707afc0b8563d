package dev.multihoming.chaos;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;

/// Asks the API server as an administrator, once and without repetition, and says what came of it.
public final class ApiClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String root;
    private final HttpClient http;

    public ApiClient(String kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig);
        this.root = config.getMasterUrl();
        try {
            this.http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(SSLUtils.sslContext(config))
                    .build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the kubeconfig cannot be used", e);
        }
    }

    /// A pod that is admitted or not, and never stored.
    Answer tryPod(String pod) throws InterruptedException {
        return tryPod(pod, "tenant-a");
    }

    Answer tryPod(String pod, String namespace) throws InterruptedException {
        return send("POST", "api/v1/namespaces/" + namespace + "/pods?dryRun=All", pod);
    }

    public Answer send(String method, String path, String body) throws InterruptedException {
        return send(method, path, "application/json", "", body);
    }

    /// As that user; as the administrator where it is empty.
    public Answer send(String method, String path, String contentType, String user, String body)
            throws InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create(root + path))
                .header("content-type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE);
        var request = user.isEmpty()
                ? builder.build()
                : builder.header("impersonate-user", user).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().allValues("warning"));
        } catch (IOException e) {
            return Answer.none(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
