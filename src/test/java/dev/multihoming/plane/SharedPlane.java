package dev.multihoming.plane;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The one cluster of a test JVM. The webhook joins it when the first test asks for it, and stays.
final class SharedPlane implements AutoCloseable {
    private final Path home;
    private final Cluster cluster;
    private final KubernetesClient client;
    private @Nullable InstalledWebhook webhook;

    private SharedPlane(Path home, Cluster cluster, KubernetesClient client) {
        this.home = home;
        this.cluster = cluster;
        this.client = client;
    }

    /// In target/, so that the logs survive a failed build and the next `clean` takes them.
    static SharedPlane start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Path home = Files.createTempDirectory(target.toAbsolutePath(), "plane-");
            Cluster cluster = Cluster.start(home);
            Config config = Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml());
            var client = new KubernetesClientBuilder().withConfig(config).build();
            return new SharedPlane(home, cluster, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cluster cluster() {
        return cluster;
    }

    KubernetesClient client() {
        return client;
    }

    synchronized InstalledWebhook webhook() {
        if (webhook == null) {
            webhook = InstalledWebhook.on(cluster.controlPlane(), home);
        }
        return webhook;
    }

    @Override
    public synchronized void close() {
        try (cluster;
                client;
                var _ = webhook) {
            // Closed in the opposite order: the webhook, the client, the cluster.
        }
    }
}
