package dev.multihoming.demo;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.WrongClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Starts a control plane of its own, tells the story on it, and ends non-zero where any step failed.
public final class Demo {
    private static final Map<String, String> AUDIT_OFTEN = Map.of("MULTIHOMING_AUDIT_INTERVAL", "2s");

    private Demo() {}

    public static void main(String... args) throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        System.exit(surprisesOn(Files.createTempDirectory(target, "demo-")) == 0 ? 0 : 1);
    }

    private static int surprisesOn(Path home) {
        System.out.println("Starting etcd, kube-apiserver, kube-controller-manager and the webhook …");
        long began = System.nanoTime();
        try (Cluster cluster = Cluster.start(home);
                InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home, AUDIT_OFTEN)) {
            System.out.printf("… up after %d s%n", (System.nanoTime() - began) / 1_000_000_000);
            Stage stage = new Stage(cluster.kubectl(), System.out);
            new Story(stage, () -> webhook.replace(home.resolve("later"), later(home))).tell();
            System.out.printf("%n%d steps, %d failed.%n", stage.steps(), stage.surprises());
            return stage.surprises();
        }
    }

    /// So that the story does not wait for the exemption's end.
    private static Map<String, String> later(Path home) {
        var settings = new HashMap<>(AUDIT_OFTEN);
        settings.putAll(WrongClock.ahead(Duration.ofHours(2), home.resolve("later")));
        return settings;
    }
}
