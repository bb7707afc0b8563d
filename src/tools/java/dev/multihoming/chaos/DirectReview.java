package dev.multihoming.chaos;

import dev.multihoming.webhook.certs.TrustsEverybody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// What one replica says to a pod, past the API server and the Service.
public final class DirectReview {
    private static final SSLContext TLS = trusting();

    private DirectReview() {}

    static String of(Replica replica, String networks) {
        return of(replica, "tenant-a", networks);
    }

    /// Its answer; empty where it gives none.
    static String of(Replica replica, String namespace, String networks) {
        String review = """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                  "uid": "u-1", "operation": "CREATE", "namespace": "%s", "userInfo": {"username": "developer"},
                  "resource": {"group": "", "version": "v1", "resource": "pods"},
                  "object": {"metadata": {"name": "app", "annotations": {"k8s.v1.cni.cncf.io/networks": "%s"}}}}}
                """.formatted(namespace, networks);
        var request = HttpRequest.newBuilder(
                        URI.create("https://127.0.0.1:" + replica.server().port() + "/validate"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(review))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient client = HttpClient.newBuilder().sslContext(TLS).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Whether the replica's cache has that network: no question is asked, and no warning given.
    static boolean isKnown(Replica replica, String network) {
        String answer = of(replica, network);
        return answer.contains("\"allowed\":true") && !answer.contains("MH113");
    }

    static boolean isMissing(Replica replica, String network) {
        return of(replica, network).contains("MH107");
    }

    public static SSLContext tls() {
        return TLS;
    }

    private static SSLContext trusting() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
