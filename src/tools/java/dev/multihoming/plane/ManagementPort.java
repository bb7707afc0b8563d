package dev.multihoming.plane;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Where a webhook of this machine tells its health and its metrics.
///
/// @param number on 127.0.0.1
record ManagementPort(int number) {
    /// What it answers; an [IOException] where nobody does.
    HttpResponse<String> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + path))
                .timeout(Eventually.PATIENCE)
                .build();
        // As the kubelet and Prometheus speak. Of Java's own upgrades to HTTP/2 in clear some never get a body, and
        // its client then waits without end.
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while asking the webhook", e);
        }
    }
}
