package dev.multihoming.bench;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Metrics;
import dev.multihoming.plane.WebhookServer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Forty who create pods at once, in a cluster of 10,000 ordinary networks: what fails, what one creation
/// takes, and how often the API server is asked for a network meanwhile. With and without the webhook.
public final class Rush {
    private static final int NAMESPACES = 100;
    private static final int NETWORKS = 10_000;
    private static final int PEOPLE = 40;
    private static final int PODS_EACH = 100;

    private final Cluster cluster;
    private final Filling filling;

    private Rush(Cluster cluster, Filling filling) {
        this.cluster = cluster;
        this.filling = filling;
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "rush-");
        try (Cluster cluster = Cluster.start(folder);
                Filling filling = new Filling(cluster)) {
            new Rush(cluster, filling).tell(folder);
        } catch (RuntimeException e) {
            // Threads of kube-api-test would keep this process alive.
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private void tell(Path folder) throws InterruptedException {
        filling.namespaces(NAMESPACES);
        filling.each(NETWORKS, i -> filling.network("tenant-" + i % NAMESPACES, """
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", "metadata": {"name": "net-%d"},
                 "spec": {"config": "{\\"cniVersion\\": \\"1.0.0\\", \\"type\\": \\"macvlan\\", \\"master\\": \\"ens1\\"}"}}
                """.formatted(i / NAMESPACES)));
        System.out.printf(
                "%n%d networks, %d who create %d pods each, with two networks a pod%n", NETWORKS, PEOPLE, PODS_EACH);
        System.out.printf(
                "%-16s %8s %12s %10s %10s %16s %14s %14s%n",
                "", "failed", "creates/s", "p50 ms", "p99 ms", "our CPU us each", "our lookups", "GETs of NADs");
        rush("warming up", Optional.empty());
        rush("no webhook", Optional.empty());
        try (InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), folder)) {
            Eventually.holds("the webhook to be asked", this::isAsked);
            rush("webhook, first", Optional.of(webhook.server()));
            rush("webhook", Optional.of(webhook.server()));
        }
    }

    private void rush(String name, Optional<WebhookServer> server) throws InterruptedException {
        double lookedUp = lookups(server);
        double asked = gets();
        double worked = processorMicros(server);
        AtomicInteger failed = new AtomicInteger();
        long[] nanos = new long[PEOPLE * PODS_EACH];
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < PEOPLE; person++) {
                int first = person * PODS_EACH;
                threads.execute(() -> {
                    for (int i = first; i < first + PODS_EACH; i++) {
                        nanos[i] = create(name, i, failed);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%-16s %8d %12.0f %10.1f %10.1f %16.0f %14.0f %14.0f%n",
                name,
                failed.get(),
                nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                (processorMicros(server) - worked) / nanos.length,
                lookups(server) - lookedUp,
                gets() - asked);
    }

    private long create(String run, int number, AtomicInteger failed) {
        String name = run.replaceAll("[^a-z]+", "-") + "-" + number;
        long began = System.nanoTime();
        try {
            filling.pod("tenant-" + number % NAMESPACES, pod(name, number * 7, number * 13 + 5));
        } catch (KubernetesClientException e) {
            if (failed.getAndIncrement() == 0) {
                System.out.println(e.getMessage());
            }
        }
        return System.nanoTime() - began;
    }

    private static String pod(String name, int one, int another) {
        int each = NETWORKS / NAMESPACES;
        return """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s", "annotations":
                  {"k8s.v1.cni.cncf.io/networks": "net-%d,net-%d"}},
                 "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """.formatted(name, one % each, another % each);
    }

    private boolean isAsked() {
        return cluster.kubectl()
                .runWithInput(pod("foreign", 1, 2).replace("net-1,", "elsewhere/net-1,"), "create", "--filename=-")
                .stderr()
                .contains("MH105");
    }

    private static double processorMicros(Optional<WebhookServer> server) {
        return server.map(it -> it.processorTime().toNanos() / 1e3).orElse(0.0);
    }

    private static double lookups(Optional<WebhookServer> server) {
        return server.map(it -> it.metrics().sum("multihoming_lookups_total")).orElse(0.0);
    }

    /// What the API server counts, whoever asks.
    private double gets() {
        return new Metrics(cluster.kubectl().run("get", "--raw=/metrics").stdout())
                .sum("apiserver_request_total{", "resource=\"network-attachment-definitions\"", "verb=\"GET\"");
    }
}
