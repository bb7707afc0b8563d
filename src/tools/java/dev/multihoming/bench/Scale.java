package dev.multihoming.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// The audit of a large cluster: what it costs us in memory, and the API server in processor time. Some
/// minutes, most of them to fill the cluster.
public final class Scale {
    private static final int NAMESPACES = 100;
    private static final int NADS = 100;
    private static final int PODS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cluster cluster;
    private final Path folder;

    private Scale(Cluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "scale-");
        try (Cluster cluster = Cluster.start(folder)) {
            new Scale(cluster, folder).tell();
        }
    }

    private void tell() throws Exception {
        Kubectl kubectl = cluster.kubectl();
        ForeignCrds.find().ifPresent(crds -> ForeignCrds.installPolicyReports(kubectl, crds));
        long began = System.nanoTime();
        fill();
        System.out.printf(
                "%d NADs and %d pods in %d namespaces, made in %d s%n",
                NAMESPACES * NADS, NAMESPACES * PODS, NAMESPACES, seconds(began));
        System.out.printf(
                "%-28s %14s %16s %22s %14s%n",
                "audit", "objects seen", "took s", "peak memory MiB (RSS)", "API server CPU");
        measure("off, heap of 300 MiB", "0", "-Xmx300m");
        measure("on, heap of 300 MiB", "1h", "-Xmx300m");
        measure("on, heap of 96 MiB", "1h", "-Xmx96m");
        String reports = kubectl.run("get", "policyreports", "--all-namespaces", "--output=name")
                .stdout();
        System.out.printf("%d reports%n", reports.lines().count());
    }

    private void measure(String name, String interval, String heap) {
        cluster.kubectl().run("delete", "--namespace=multihoming-system", "lease", "--all");
        Duration before = apiServer();
        long began = System.nanoTime();
        Map<String, String> settings = Map.of("MULTIHOMING_AUDIT_INTERVAL", interval, "JAVA_TOOL_OPTIONS", heap);
        InstalledWebhook.prepare(cluster.controlPlane());
        try (WebhookServer server = WebhookServer.start(
                cluster.controlPlane().kubeconfig(), folder.resolve(name.replaceAll("[^a-z0-9]+", "-")), settings)) {
            if (!interval.equals("0")) {
                Eventually.holds("the audit", () -> server.metrics().first("multihoming_audit_completed_seconds ") > 0);
            }
            double took = server.metrics().first("multihoming_audit_duration_seconds ");
            long wall = seconds(began);
            System.out.printf(
                    "%-28s %14.0f %16.1f %22d %9.1f s of %d%n",
                    name,
                    server.metrics().first("multihoming_audit_objects "),
                    took,
                    server.peakMemory() / 1024,
                    apiServer().minus(before).toMillis() / 1e3,
                    wall);
        }
    }

    /// The processor time that the API server has used.
    private static Duration apiServer() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("kube-apiserver"))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void fill() throws Exception {
        JsonNode pod = pod();
        try (Filling filling = new Filling(cluster)) {
            filling.namespaces(NAMESPACES);
            filling.each(NAMESPACES * (NADS + PODS), i -> {
                String namespace = "tenant-" + i % NAMESPACES;
                int number = i / NAMESPACES;
                if (number < NADS) {
                    filling.network(namespace, nad(number));
                } else {
                    filling.pod(namespace, pod(pod, number - NADS));
                }
            });
        }
    }

    private static String nad(int number) {
        return """
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", "metadata": {"name": "net-%d"},
                 "spec": {"config": "{\\"cniVersion\\": \\"1.0.0\\", \\"name\\": \\"net-%d\\", \\"type\\": \\"bridge\\", \\"bridge\\": \\"br%d\\", \\"vlan\\": %d}"}}
                """.formatted(number, number, number % 8, number + 1);
    }

    /// Half of them ask for a network of their own, one in ten for another tenant's.
    private static String pod(JsonNode template, int number) {
        ObjectNode pod = template.deepCopy();
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("name", "pod-" + number);
        String networks = number % 10 == 0 ? "tenant-0/net-1" : "net-" + number % NADS;
        if (number % 2 == 0) {
            metadata.putObject("annotations").put("k8s.v1.cni.cncf.io/networks", networks);
        }
        return pod.toString();
    }

    private static JsonNode pod() throws IOException {
        try (InputStream review = Objects.requireNonNull(Scale.class.getResourceAsStream("/bench/pod-review.json"))) {
            ObjectNode pod = (ObjectNode) JSON.readTree(review).at("/request/object");
            ObjectNode spec = (ObjectNode) pod.path("spec");
            // Not bound to a node, or the controllers would clean them up.
            spec.remove("nodeName");
            spec.remove("serviceAccountName");
            spec.remove("serviceAccount");
            spec.remove("priority");
            spec.remove("priorityClassName");
            pod.remove("status");
            return pod;
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }
}
