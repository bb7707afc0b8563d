package dev.multihoming.image;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Makes the AOT cache: the webhook runs out of its own image, so with exactly the Java, flags, paths and file times
/// that are shipped, and does its work on a real control plane. When it ends, Java writes what it loaded, linked and
/// profiled.
final class AotTraining {
    private static final String CACHE = "multihoming.aot";

    private static final String FOREIGN = pod("elsewhere/blue");

    private AotTraining() {}

    /// Returns the cache.
    static Path run(UnpackedImage image, Path folder) {
        var launcher = new PodLauncher(
                image, folder.resolve("mounts"), List.of("-XX:AOTCacheOutput=" + PodLauncher.outputPath(CACHE)));
        try (Cluster cluster = Cluster.start(folder);
                InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), folder, Map.of(), launcher)) {
            work(cluster.kubectl());
            webhook.server().end();
            Path cache = launcher.output().resolve(CACHE);
            if (!Files.isRegularFile(cache)) {
                throw new IllegalStateException("Java wrote no AOT cache; its log is in " + folder.resolve("logs"));
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bulk of reviews it sends itself, before it is ready; this is the rest of its days, through the API server.
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
