package dev.multihoming.bench;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// Makes many objects, as an administrator, many at once and each only once: what fails is not tried again.
final class Filling implements AutoCloseable {
    private static final int AT_ONCE = 48;

    private final Cluster cluster;
    private final KubernetesClient client;

    Filling(Cluster cluster) {
        this.cluster = cluster;
        Config config = Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml());
        config.setRequestRetryBackoffLimit(0);
        this.client = new KubernetesClientBuilder().withConfig(config).build();
    }

    /// `tenant-0` and so on, ready for pods.
    void namespaces(int count) {
        for (int n = 0; n < count; n++) {
            post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"tenant-" + n + "\"}}");
        }
        Eventually.holds(
                "the service accounts",
                () -> cluster.kubectl()
                        .run("get", "serviceaccount/default", "--namespace=tenant-" + (count - 1))
                        .succeeded());
    }

    /// Hands out 0, 1 and so on up to `count`, and returns when all are done.
    void each(int count, IntConsumer one) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                room.acquire();
                threads.execute(() -> {
                    try {
                        one.accept(number);
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }

    void network(String namespace, String network) {
        post("/apis/k8s.cni.cncf.io/v1/namespaces/" + namespace + "/network-attachment-definitions", network);
    }

    void pod(String namespace, String pod) {
        post("/api/v1/namespaces/" + namespace + "/pods", pod);
    }

    void post(String path, String body) {
        client.raw(path, "POST", body);
    }

    void postUnlessThere(String path, String body) {
        try {
            post(path, body);
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    /// The answer; empty where there is no such object.
    String get(String path) {
        return Objects.requireNonNullElse(client.raw(path), "");
    }

    /// Changes fields of an object.
    void merge(String path, String body) {
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl().toString().replaceAll("/$", "") + path)
                .method("PATCH", "application/merge-patch+json", body)
                .build();
        int code =
                client.getHttpClient().sendAsync(request, String.class).join().code();
        if (code != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException("PATCH of " + path + " was answered with " + code);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
