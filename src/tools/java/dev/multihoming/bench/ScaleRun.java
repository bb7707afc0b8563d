package dev.multihoming.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A replica that only answers, and then one that leads, in a cluster of one size.
final class ScaleRun {
    private static final String POD = "/bench/pod-review.json";
    private static final String NETWORK = "/bench/nad-review.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int POD_REVIEWS = 10_000;
    private static final int NETWORK_REVIEWS = 300;
    private static final int CHANGED_NAMESPACES = 10;
    private static final int CHANGED_PODS = 2_000;
    private static final long SECONDS_OF_REST = 60;
    private static final double MIB = 1 << 20;

    /// Those of the image, but for its AOT cache; and half of the memory limit as heap.
    private static final String FLAGS = "-XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xms16m -Xmn8m -Xmx320m";

    private final Cluster cluster;
    private final Filling filling;
    private final Path folder;
    private final Path log;
    private final ClusterSize size;
    private final ScaleTable table;
    private final ServingCertificate certificate;
    private final Path account;

    ScaleRun(Cluster cluster, Filling filling, Path folder, Path log, ClusterSize size, ScaleTable table) {
        this.cluster = cluster;
        this.filling = filling;
        this.folder = folder;
        this.log = log;
        this.size = size;
        this.table = table;
        this.certificate = ServingCertificate.writeInto(folder.resolve("tls"));
        this.account = ShippedAccount.kubeconfig(cluster.controlPlane(), folder);
    }

    void tell() throws Exception {
        try (WebhookServer server = start("follower", Map.of("MULTIHOMING_AUDIT_INTERVAL", "0"))) {
            memory("without an audit", server);
            reviews("of a pod", server, review(POD), POD_REVIEWS);
            reviews("of a network", server, review(NETWORK), NETWORK_REVIEWS);
            reviews("of a network of the large segment", server, networkOfLargeSegment(), NETWORK_REVIEWS);
        }
        cluster.kubectl().run("delete", "--namespace=multihoming-system", "lease", "--all");
        ApiServerLoad before = ApiServerLoad.now(log);
        double watches = ApiServerLoad.watches(cluster.kubectl(), "");
        try (WebhookServer server = start("leader", Map.of())) {
            Duration ready = server.processorTime();
            untilCompleted(server, 0);
            audit("first full audit", server, ready, ApiServerLoad.now(log).since(before));
            memory("after the audit", server);
            table.add("watches that it holds", ApiServerLoad.watches(cluster.kubectl(), "") - watches);
            fullAudit(server);
            table.add("peak of its memory (RSS), MiB", server.peakMemory() / 1024.0);
            rest(server);
            changedNamespaces(server);
            changedPods(server);
            memory("after all of that", server);
        }
    }

    private WebhookServer start(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("JAVA_TOOL_OPTIONS", FLAGS);
        ApiServerLoad before = ApiServerLoad.now(log);
        long began = System.nanoTime();
        WebhookServer server = WebhookServer.start(account, folder.resolve(name), all, certificate);
        table.add(name + ": Ready after, s", (System.nanoTime() - began) / 1e9);
        table.add(name + ": processor time until Ready, s", seconds(server.processorTime()));
        ApiServerLoad load = ApiServerLoad.now(log).since(before);
        table.add(name + ": requests until Ready", load.requests());
        table.add(name + ": API server's processor time until Ready, s", seconds(load.processor()));
        return server;
    }

    private void memory(String when, WebhookServer server) {
        table.add("live heap " + when + ", MiB", LiveHeap.bytes(server.pid()) / MIB);
        table.add("memory (RSS) " + when + ", MiB", server.residentMemory() / 1024.0);
    }

    private static JsonNode review(String resource) throws IOException {
        try (InputStream review = Objects.requireNonNull(ScaleRun.class.getResourceAsStream(resource))) {
            return JSON.readTree(review);
        }
    }

    private static JsonNode networkOfLargeSegment() throws IOException {
        JsonNode review = review(NETWORK);
        ((ObjectNode) review.at("/request/object/spec")).put("config", ClusterContents.macvlanConfig("storage", -1));
        return review;
    }

    private void reviews(String what, WebhookServer server, JsonNode review, int count) throws Exception {
        try (ReviewClient client = new ReviewClient(server.port(), JSON.writeValueAsBytes(review))) {
            client.measure(2 * count);
            Duration before = server.processorTime();
            client.measure(count);
            double micros = server.processorTime().minus(before).toNanos() / 1e3;
            table.add("processor time of a review " + what + ", µs", micros / count);
        }
    }

    private void audit(String name, WebhookServer server, Duration before, ApiServerLoad load) {
        table.add(name + ", s", server.metrics().first("multihoming_audit_duration_seconds "));
        table.add(name + ": objects", server.metrics().first("multihoming_audit_objects "));
        table.add(name + ": processor time, s", seconds(server.processorTime().minus(before)));
        table.add(name + ": requests", load.requests());
        table.add(name + ": API server's processor time, s", seconds(load.processor()));
    }

    /// One more, on request: nothing is new to it.
    private void fullAudit(WebhookServer server) throws InterruptedException {
        double completed = completed(server);
        Duration before = server.processorTime();
        ApiServerLoad load = ApiServerLoad.now(log);
        // Not before the leader rests: it leaves the API server alone for as long as the first one took.
        cluster.kubectl()
                .run(
                        "annotate",
                        "--overwrite",
                        "--namespace=multihoming-system",
                        "lease/multihoming-webhook",
                        "multihoming.dev/audit-requested=" + System.nanoTime())
                .orThrow("Requesting an audit");
        untilCompleted(server, completed);
        audit("next full audit", server, before, ApiServerLoad.now(log).since(load));
    }

    private void rest(WebhookServer server) throws InterruptedException {
        Duration before = server.processorTime();
        ApiServerLoad load = ApiServerLoad.now(log);
        TimeUnit.SECONDS.sleep(SECONDS_OF_REST);
        ApiServerLoad used = ApiServerLoad.now(log).since(load);
        table.add(
                "a minute of rest: processor time, ms",
                millis(server.processorTime().minus(before)));
        table.add("a minute of rest: requests", used.requests());
        table.add("a minute of rest: API server's processor time, ms", millis(used.processor()));
    }

    /// A pod in each of several namespaces comes to select what it must not.
    private void changedNamespaces(WebhookServer server) {
        Duration before = server.processorTime();
        ApiServerLoad load = ApiServerLoad.now(log);
        long began = System.nanoTime();
        for (int i = 0; i < CHANGED_NAMESPACES; i++) {
            filling.merge("/api/v1/namespaces/" + namespace(i) + "/pods/pod-1", """
                    {"metadata": {"annotations": {"k8s.v1.cni.cncf.io/networks": "elsewhere/net-%d"}}}
                    """.formatted(size.pods()));
        }
        Eventually.holds("the last report", () -> isReported(namespace(CHANGED_NAMESPACES - 1)));
        table.add("10 changed namespaces: in the report after, s", (System.nanoTime() - began) / 1e9);
        ApiServerLoad used = ApiServerLoad.now(log).since(load);
        double each = CHANGED_NAMESPACES;
        table.add(
                "a changed namespace: processor time, ms",
                millis(server.processorTime().minus(before)) / each);
        table.add("a changed namespace: requests", used.requests() / each);
        table.add("a changed namespace: API server's processor time, ms", millis(used.processor()) / each);
    }

    /// Other ones for each size.
    private String namespace(int i) {
        return ClusterContents.namespace(size.namespaces() - 1 - i);
    }

    private boolean isReported(String namespace) {
        String report = filling.get(
                "/apis/wgpolicyk8s.io/v1alpha2/namespaces/" + namespace + "/policyreports/multihoming-webhook");
        return report.contains("net-" + size.pods());
    }

    /// As the kubelet does, several times while a pod starts. One in two selects networks.
    private void changedPods(WebhookServer server) throws InterruptedException {
        Duration before = server.processorTime();
        ApiServerLoad load = ApiServerLoad.now(log);
        filling.each(
                CHANGED_PODS,
                i -> filling.merge(
                        "/api/v1/namespaces/" + ClusterContents.namespace(i % size.namespaces()) + "/pods/pod-"
                                + i / size.namespaces() % size.podsOfNamespace() + "/status",
                        "{\"status\": {\"message\": \"change " + i + "\"}}"));
        TimeUnit.SECONDS.sleep(2);
        table.add(
                "a changed status of a pod: processor time, µs",
                millis(server.processorTime().minus(before)) * 1e3 / CHANGED_PODS);
        table.add(
                "2,000 changed statuses of pods: requests",
                ApiServerLoad.now(log).since(load).requests());
    }

    /// An audit of a large cluster can take longer than a test waits for anything.
    private static void untilCompleted(WebhookServer server, double before) throws InterruptedException {
        while (!(completed(server) > before)) {
            if (!server.isAlive()) {
                throw new IllegalStateException("The webhook ended");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static double completed(WebhookServer server) {
        return server.metrics().first("multihoming_audit_completed_seconds ");
    }

    private static double seconds(Duration duration) {
        return millis(duration) / 1e3;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
