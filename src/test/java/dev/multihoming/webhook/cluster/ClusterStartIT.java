package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.LoneServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterStartIT {
    @TempDir
    private Path home;

    /// It reads the cluster beside the start of the server; whoever started it must not be left with half of both.
    @Test
    void aKubeconfigThatCannotBeReadEndsTheWebhook() throws IOException {
        Path kubeconfig = Files.writeString(home.resolve("kubeconfig"), "clusters: [");

        try (var server = LoneServer.launch(home, Map.of("KUBECONFIG", kubeconfig.toString()))) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.log()).contains("FATAL", "The cluster cannot be read; the webhook ends");
        }
    }
}
