package dev.multihoming.image;

import dev.multihoming.bench.ReviewClient;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes the AOT cache: the webhook runs out of its own image, so with exactly the Java, flags, paths and file times
/// that are shipped, and does its work on a real control plane. When it ends, Java writes what it loaded, linked and
/// profiled.
final class AotTraining {
    private static final String CACHE = "multihoming.aot";

    private static final String FOREIGN = pod("elsewhere/blue");

    private static final List<String> REVIEWS = List.of(
            "pod",
            "pod-with-a-clash-of-names",
            "pod-with-a-foreign-network",
            "network",
            "network-without-defaults",
            "deployment",
            "virtual-machine");

    private static final int REVIEWS_OF_EACH = 300;

    private AotTraining() {}

    /// Returns the cache.
    static Path run(UnpackedImage image, Path folder) {
        var launcher = new PodLauncher(
                image, folder.resolve("mounts"), List.of("-XX:AOTCacheOutput=" + PodLauncher.outputPath(CACHE)));
        try (Cluster cluster = Cluster.start(folder);
                InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), folder, Map.of(), launcher)) {
            work(cluster.kubectl());
            reviews(cluster.kubectl(), webhook.server());
            webhook.server().end();
            Path cache = launcher.output().resolve(CACHE);
            if (!Files.isRegularFile(cache)) {
                throw new IllegalStateException("Java wrote no AOT cache; its log is in " + folder.resolve("logs"));
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("the reviews of the training were not sent", e);
        }
    }

    /// Through the API server.
    private static void work(Kubectl kubectl) {
        Eventually.holds("a judgement", () -> create(kubectl, FOREIGN).contains("MH105"));
        kubectl.apply("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: default}
                spec: {config: '{"cniVersion": "1.0.0", "name": "blue", "type": "bridge", "bridge": "br-blue"}'}
                """).orThrow("Making a network");
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: training}
                spec: {namespaces: [default], rules: {MH224: Audit}}
                """).orThrow("Making a policy");
        for (String networks : List.of(
                "blue",
                "blue@net7",
                "missing",
                "[{\\\"name\\\": \\\"blue\\\", \\\"ips\\\": [\\\"192.0.2.7/24\\\"]}]")) {
            create(kubectl, pod(networks));
        }
    }

    /// Java profiles what runs often: some thousands of reviews of each kind of object and of each kind of answer.
    private static void reviews(Kubectl kubectl, WebhookServer server)
            throws IOException, GeneralSecurityException, InterruptedException {
        kubectl.apply("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: training}
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: training}
                spec: {config: '{"cniVersion": "1.0.0", "name": "blue", "type": "macvlan"}'}
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: green, namespace: training}
                spec: {config: '{"cniVersion": "1.0.0", "name": "green", "type": "bridge", "bridge": "br-green"}'}
                """).orThrow("Making the networks of the reviews");
        for (String name : REVIEWS) {
            try (var body = Objects.requireNonNull(
                            AotTraining.class.getResourceAsStream("training/" + name + ".json"));
                    var client = new ReviewClient(server.port(), body.readAllBytes())) {
                client.measure(REVIEWS_OF_EACH);
            }
        }
    }

    private static String create(Kubectl kubectl, String pod) {
        return kubectl.runWithInput(pod, "create", "--dry-run=server", "--filename=-")
                .stderr();
    }

    private static String pod(String networks) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: "%s"}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """.formatted(networks);
    }
}
