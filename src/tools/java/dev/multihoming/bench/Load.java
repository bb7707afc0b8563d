package dev.multihoming.bench;

import dev.multihoming.image.PackagedImage;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.Launcher;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reviews over TLS and HTTP/2, in turns, so that a noisy machine hits all alike. Beside them a review of as many bytes
/// that ends with the kind of its object, which no rule is about: what all of them cost before the first rule.
public final class Load {
    private static final String UNREVIEWED = "validate (unreviewed)";
    private static final int WARM_UP = 60_000;
    private static final int REQUESTS = 30_000;
    private static final int ROUNDS = 5;
    private static final int NAMESPACES = 1_000;
    private static final int POLICIES = 100;

    private final WebhookServer server;
    private final Path folder;

    private Load(WebhookServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /// One round of one endpoint: answers a second, latencies in milliseconds, processor time per request in
    /// microseconds.
    private record Round(double throughput, double p50, double p99, double processor) {}

    public static void main(String... args) throws IOException {
        if (!H2Load.isInstalled()) {
            System.out.println("h2load is not installed (Debian: nghttp2-client): the load over the wire is left out.");
            return;
        }
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "load-");
        try (Cluster cluster = Cluster.start(folder)) {
            cluster.kubectl().apply(networks()).orThrow("creating the networks of the reviewed pod");
            InstalledWebhook.prepare(cluster.controlPlane());
            System.out.printf(
                    "%nTLS, HTTP/2, one connection, 16 streams, warm; medians of %d rounds in turns%n", ROUNDS);
            Optional<PackagedImage> image = PackagedImage.built(folder.resolve("image"));
            if (image.isPresent()) {
                System.out.println("The image, with Java's flags as shipped");
                measure(cluster, folder, image.get().launcher());
            } else {
                System.out.println("There is no image to measure here: make image, as root.");
            }
            System.out.println("The packaged folder, with the JDK's defaults");
            measure(cluster, folder, Launcher.PACKAGED);
        }
        System.exit(0);
    }

    private static void measure(Cluster cluster, Path folder, Launcher launcher) throws IOException {
        try (WebhookServer server = WebhookServer.start(
                launcher,
                ShippedAccount.kubeconfig(cluster.controlPlane(), folder),
                folder,
                Map.of(),
                ServingCertificate.writeInto(folder.resolve("tls")))) {
            Load load = new Load(server, folder);
            load.measure(UNREVIEWED, "validate", "mutate", "validate (NAD)");
            manyPolicies(cluster.kubectl());
            System.out.printf("The same with %d namespaces and %d policies%n", NAMESPACES, POLICIES);
            load.measure(UNREVIEWED, "validate", "mutate");
            cluster.kubectl().run("delete", "multihomingpolicies", "--all").orThrow("Deleting the policies");
        }
    }

    private void measure(String... endpoints) throws IOException {
        Map<String, Path> bodies = new LinkedHashMap<>();
        for (String endpoint : endpoints) {
            bodies.put(endpoint, body(endpoint));
        }
        for (int i = 0; i < 2; i++) {
            bodies.forEach((name, body) -> H2Load.run(url(name), body, WARM_UP / 2, folder));
        }
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            bodies.forEach((name, body) ->
                    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(round(url(name), body)));
        }
        print(rounds);
    }

    private Round round(String url, Path body) {
        long processor = server.processorTime().toNanos();
        long began = System.nanoTime();
        List<Long> latencies = H2Load.run(url, body, REQUESTS, folder);
        double seconds = (System.nanoTime() - began) / 1e9;
        double used = (server.processorTime().toNanos() - processor) / 1e3;
        return new Round(
                REQUESTS / seconds,
                latencies.get(REQUESTS / 2) / 1e3,
                latencies.get(REQUESTS * 99 / 100) / 1e3,
                used / REQUESTS);
    }

    private static void print(Map<String, List<Round>> rounds) {
        double least = Median.of(Objects.requireNonNull(rounds.get(UNREVIEWED)), Round::processor);
        System.out.printf(
                "%-22s %12s %10s %10s %16s %10s%n",
                "endpoint", "requests/s", "p50 ms", "p99 ms", "CPU us/request", "of first");
        rounds.forEach((name, of) -> System.out.printf(
                "%-22s %12.0f %10.2f %10.2f %16.1f %10.2f%n",
                name,
                Median.of(of, Round::throughput),
                Median.of(of, Round::p50),
                Median.of(of, Round::p99),
                Median.of(of, Round::processor),
                Median.of(of, Round::processor) / least));
    }

    /// Each for namespaces by name and by label, the pod's own among them.
    private static void manyPolicies(Kubectl kubectl) {
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < NAMESPACES; i++) {
            objects.append("---\napiVersion: v1\nkind: Namespace\nmetadata: {name: many-%d, labels: {team: t%d}}\n"
                    .formatted(i, i % POLICIES));
        }
        for (int i = 0; i < POLICIES; i++) {
            objects.append("""
                    ---
                    apiVersion: multihoming.dev/v1alpha1
                    kind: MultiHomingPolicy
                    metadata: {name: p%d}
                    spec:
                      priority: %d
                      namespaces: [many-%d%s]
                      namespaceSelector: {matchLabels: {team: t%d}}
                      rules: {MH105: Enforce, MH227: Audit}
                    """.formatted(i, i, i, i == 0 ? ", bench" : "", i));
        }
        Eventually.holds(
                "namespaces and policies",
                () -> kubectl.apply(objects.toString()).succeeded());
    }

    private String url(String name) {
        String path = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
        return "https://127.0.0.1:" + server.port() + "/" + path;
    }

    private Path body(String endpoint) throws IOException {
        String resource = endpoint.endsWith("(NAD)") ? "nad-review.json" : "pod-review.json";
        try (InputStream stream = Objects.requireNonNull(Load.class.getResourceAsStream("/bench/" + resource))) {
            String review = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve(endpoint.replace(' ', '-') + ".json"),
                    endpoint.equals(UNREVIEWED) ? ofConfigMap(review) : review);
        }
    }

    private static String ofConfigMap(String review) {
        return review.replace("\"kind\":\"Pod\"", "\"kind\":\"ConfigMap\"")
                .replace("\"resource\":\"pods\"", "\"resource\":\"configmaps\"");
    }

    private static String networks() {
        return """
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "bench"}}
                ---
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
                 "metadata": {"name": "dev-network", "namespace": "bench"}, "spec": {"config": "{\\"type\\": \\"macvlan\\"}"}}
                ---
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
                 "metadata": {"name": "storage", "namespace": "bench"}, "spec": {"config": "{\\"type\\": \\"macvlan\\"}"}}
                """;
    }
}
