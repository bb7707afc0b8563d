package dev.multihoming.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.monitoring.Queries.Selector;
import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringIT {
    private static final String BREACH = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void everyQueryNamesWhatTheRunningServerExposes(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            kubectl.apply(BREACH.formatted("before")).orThrow("Making what the audit will find");
            try (InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home)) {
                Eventually.holds(
                        "a denial",
                        () -> !kubectl.apply(BREACH.formatted("after")).succeeded());
                Eventually.holds("the audit", () -> metrics(webhook).contains("multihoming_audit_findings{"));
                String metrics = metrics(webhook);
                for (String query : allQueries()) {
                    assertThat(Queries.selectors(query)).as(query).isNotEmpty();
                    assertThat(Queries.selectors(query))
                            .allSatisfy(selector -> assertThat(isExposed(selector, metrics))
                                    .as("%s in %s", selector, query)
                                    .isTrue());
                }
                assertThat(metrics)
                        .contains("multihoming_webhook_drift{aspect=\"rules\",configuration=\"validating\"} 0.0")
                        .contains("multihoming_leader 1.0")
                        .contains("multihoming_findings_total{code=\"MH105\",mode=\"enforce\"}")
                        .contains(
                                "multihoming_denials_total{code=\"MH105\",object_namespace=\"default\",requester=\"user\"}");
            }
        }
    }

    @Test
    void theComponentIsWhatTheOperatorTakes(@TempDir Path home) throws IOException {
        Optional<Path> crds = ForeignCrds.find();
        assumeTrue(crds.isPresent(), "no Go to fetch the Prometheus operator's CRDs with");
        // kustomize takes folders by relative paths only.
        Path installation = Files.createTempDirectory(Path.of("target"), "monitored-");
        Files.writeString(installation.resolve("kustomization.yaml"), """
                resources: [../../kustomize/base]
                components: [../../kustomize/components/monitoring]
                """);
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            ForeignCrds.installPrometheusOperator(kubectl, crds.get());
            String applied = kubectl.run("apply", "--validate=strict", "--kustomize=" + installation)
                    .orThrow("Applying base and component");
            assertThat(applied)
                    .contains("servicemonitor.monitoring.coreos.com/multihoming-webhook created")
                    .contains("prometheusrule.monitoring.coreos.com/multihoming-webhook created")
                    .contains("configmap/multihoming-webhook-dashboard created");
        }
    }

    @Test
    void alertsAndQueriesAreWhatPrometheusTakes(@TempDir Path folder) throws IOException {
        Optional<Path> programs = BuiltOnce.of("promtool");
        assumeTrue(programs.isPresent(), "no Go to build promtool with");
        String promtool = programs.get().resolve("promtool").toString();
        Path alerts =
                Files.writeString(folder.resolve("alerts.yaml"), new YAMLMapper().writeValueAsString(Queries.alerts()));
        Path tests =
                Files.writeString(folder.resolve("alerts.test.yaml"), BundledText.read("/monitoring/alerts.test.yaml"));
        Path dashboard = Files.writeString(folder.resolve("dashboard.yaml"), asRules(Queries.ofDashboard()));

        run(promtool, "check", "rules", "--lint=all", "--lint-fatal", alerts.toString(), dashboard.toString());
        String tested = run(promtool, "test", "rules", tests.toString());
        assertThat(tested).contains("SUCCESS");
    }

    @Test
    void everyAlertIsTriedAndSaysWhatToDo() throws IOException {
        String tests = BundledText.read("/monitoring/alerts.test.yaml");
        String page = Files.readString(Path.of("docs/monitoring.md"));
        List<String> alerts = new ArrayList<>();
        Queries.alerts().findValues("alert").forEach(alert -> alerts.add(alert.asText()));
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            // Once to be silent.
            assertThat(tests).contains("alertname: " + alert + ", exp_alerts: []");
            assertThat(page).contains("### " + alert);
        });
    }

    private static List<String> allQueries() {
        return Stream.concat(Queries.ofAlerts().stream(), Queries.ofDashboard().stream())
                .toList();
    }

    private static boolean isExposed(Selector selector, String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(selector.metric() + "{") || line.startsWith(selector.metric() + " "))
                .anyMatch(line -> selector.labels().stream().allMatch(label -> line.contains(label + "=\"")));
    }

    private static String metrics(InstalledWebhook webhook) {
        return webhook.server().metrics().text();
    }

    /// promtool reads no dashboards: their queries as recording rules.
    private static String asRules(List<String> queries) throws IOException {
        List<Map<String, String>> rules = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            rules.add(Map.of("record", "dashboard:query" + i, "expr", queries.get(i)));
        }
        return new YAMLMapper()
                .writeValueAsString(Map.of("groups", List.of(Map.of("name", "dashboard", "rules", rules))));
    }

    private static String run(String... command) {
        return new ShortProgram(List.of(command), Map.of()).run("").orThrow(String.join(" ", command));
    }
}
