package dev.multihoming.monitoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dashboard and the alerts, by a real Prometheus that scrapes the packaged webhook.
class PrometheusIT {
    private static final String BREACH = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void everyPanelHasDataAndEveryAlertIsEvaluated(@TempDir Path home) throws IOException {
        Optional<Path> programs = BuiltOnce.of("promtool");
        assumeTrue(programs.isPresent(), "no Go to build Prometheus with");
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            kubectl.apply(BREACH.formatted("before")).orThrow("Making what the audit will find");
            try (InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home);
                    PrometheusServer prometheus = PrometheusServer.scraping(
                            webhook.server().managementPort(), programs.get(), home.resolve("prometheus"))) {
                everyPanelHasData(kubectl, prometheus);
                Eventually.holds("every alert to be evaluated", () -> areEvaluated(prometheus));
            }
        }
    }

    /// A rate is known after a second denial, which Prometheus has to see apart from the first.
    /// Also the drift has data: the API server of a test reaches the webhook by a URL.
    private static void everyPanelHasData(Kubectl kubectl, PrometheusServer prometheus) {
        for (String query : Queries.ofDashboard()) {
            Eventually.holds("data of " + query, () -> {
                boolean hasData = !prometheus.samples(query).isEmpty();
                if (!hasData) {
                    boolean _ = kubectl.apply(BREACH.formatted("after")).succeeded();
                }
                return hasData;
            });
        }
    }

    private static boolean areEvaluated(PrometheusServer prometheus) {
        try {
            List<String> health = prometheus.health();
            return !health.isEmpty() && health.stream().allMatch(it -> it.endsWith(" ok"));
        } catch (IOException _) {
            return false;
        }
    }
}
