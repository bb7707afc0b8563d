package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.MultiNetworkPolicyCrd;
import dev.multihoming.plane.PlaneException;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookConfigurations;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the webhook asks of the API server, by the API server's own audit log, beside what it is permitted: nothing is
/// refused to it, and nothing is permitted that it never needs.
class PermissionsUsedIT {
    private static final String ACCOUNT = "system:serviceaccount:multihoming-system:multihoming-webhook";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Asked for by the API server itself where a patch creates what it is about.
    private static final Set<String> IMPLIED = Set.of(
            "create policyreports.wgpolicyk8s.io",
            "create clusterpolicyreports.wgpolicyk8s.io",
            "create reports.openreports.io",
            "create clusterreports.openreports.io");

    @Test
    void everyPermissionIsUsedAndNoneIsMissing(@TempDir Path home) throws IOException {
        Optional<Path> crds = ForeignCrds.find();
        assumeTrue(crds.isPresent(), "no Go to fetch the CRDs of reports with");
        Path log = home.resolve("audit.log");
        try (Cluster cluster = Cluster.startAudited(home.resolve("plane"), log)) {
            Kubectl kubectl = cluster.kubectl();
            KubeVirtCrds.install(kubectl);
            kubectl.apply(BundledText.read("/crds/openshift-deploymentconfigs.yaml"))
                    .orThrow("Installing CRDs");
            MultiNetworkPolicyCrd.install(kubectl);
            kubectl.apply(BundledText.read("/crds/cluster-facts.yaml")).orThrow("Installing CRDs");
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
            kubectl.run(
                            "apply",
                            "--filename=kustomize/base/namespace.yaml",
                            "--filename=kustomize/base/rbac.yaml",
                            "--filename=certs/self-managed/rbac.yaml")
                    .orThrow("Applying the permissions");
            ForeignCrds.installPolicyReports(kubectl, crds.get());
            Path kubeconfig = ShippedAccount.kubeconfig(cluster.controlPlane(), home);
            try (WebhookServer server = WebhookServer.start(
                    kubeconfig,
                    home.resolve("webhook"),
                    Map.of(
                            "MULTIHOMING_AUDIT_INTERVAL", "1s",
                            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_ENABLED", "true",
                            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_VALIDITY", "31M",
                            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_OVERLAP", "1s",
                            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_NAMES", "127.0.0.1"))) {
                WebhookConfigurations.shipped().servedAt(server.port()).apply(kubectl);
                everythingHappens(kubectl, crds.get());
                try {
                    // Renewed after forty seconds of its life.
                    Eventually.holds("everything to be used", () -> unused(log).isEmpty());
                } catch (PlaneException _) {
                    assertThat(unused(log))
                            .as("permissions that were never used")
                            .isEmpty();
                }
            }
            assertThat(refused(log)).isEmpty();
        }
    }

    private static void everythingHappens(Kubectl kubectl, Path crds) {
        Eventually.holds(
                "a judgement",
                () -> apply(kubectl, pod("spy", "elsewhere/blue")).contains("MH105"));
        // Where the lookup takes too long it is admitted with a warning.
        Eventually.holds(
                "a lookup", () -> apply(kubectl, pod("lost", "missing")).contains("MH107"));
        apply(kubectl, onBridge("blue", "default"));
        Eventually.holds("a pod", () -> kubectl.apply(pod("app", "blue")).succeeded());
        apply(kubectl, """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: p}
                """);
        apply(kubectl, """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: x}
                spec: {rules: [MH105], namespaces: [nowhere], reason: r, owner: o, expires: "2099-01-01T00:00:00Z"}
                """);
        kubectl.run("create", "namespace", "neighbour").orThrow("Creating a namespace");
        apply(kubectl, onBridge("beside", "neighbour"));
        Eventually.holds("a report", () -> reports(kubectl, "policyreports.wgpolicyk8s.io") > 0);
        Eventually.holds("a report of the cluster", () -> reports(kubectl, "clusterpolicyreports.wgpolicyk8s.io") > 0);
        // Who uses a network is found out beside the reviews.
        Eventually.holds(
                "the user of the network to be known",
                () -> kubectl.run("delete", "net-attach-def/blue", "--dry-run=server")
                        .stderr()
                        .contains("MH227"));
        kubectl.run("delete", "net-attach-def/blue").orThrow("Deleting");
        kubectl.run("delete", "net-attach-def/beside", "--namespace=neighbour").orThrow("Deleting");
        kubectl.run("delete", "pod/app", "--grace-period=0", "--force").orThrow("Deleting");
        Eventually.holds("no report", () -> reports(kubectl, "policyreports.wgpolicyk8s.io") == 0);
        Eventually.holds("none of the cluster", () -> reports(kubectl, "clusterpolicyreports.wgpolicyk8s.io") == 0);
        ForeignCrds.installOpenReports(kubectl, crds);
        apply(kubectl, onBridge("red", "default"));
        apply(kubectl, onBridge("beside", "neighbour"));
        Eventually.holds("a report", () -> reports(kubectl, "reports.openreports.io") > 0);
        Eventually.holds("a report of the cluster", () -> reports(kubectl, "clusterreports.openreports.io") > 0);
        kubectl.run("delete", "net-attach-def/red").orThrow("Deleting");
        kubectl.run("delete", "net-attach-def/beside", "--namespace=neighbour").orThrow("Deleting");
        Eventually.holds("no report", () -> reports(kubectl, "reports.openreports.io") == 0);
        Eventually.holds("none of the cluster", () -> reports(kubectl, "clusterreports.openreports.io") == 0);
    }

    private static String onBridge(String name, String namespace) {
        return """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: %s, namespace: %s}
                spec: {config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1"}'}
                """.formatted(name, namespace);
    }

    private static String apply(Kubectl kubectl, String object) {
        return kubectl.apply(object).stderr();
    }

    private static long reports(Kubectl kubectl, String resource) {
        return kubectl.run("get", resource, "--all-namespaces", "--output=name")
                .stdout()
                .lines()
                .count();
    }

    private static String pod(String name, String networks) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: %s}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """.formatted(name, networks);
    }

    private static Set<String> unused(Path log) {
        Set<String> unused = new TreeSet<>(granted());
        unused.removeAll(asked(log, false));
        unused.removeAll(IMPLIED);
        return unused;
    }

    private static Set<String> refused(Path log) {
        return asked(log, true);
    }

    /// As `list pods`, `patch multihomingpolicies.multihoming.dev/status`.
    private static Set<String> asked(Path log, boolean forbidden) {
        Set<String> asked = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(log)) {
                JsonNode event = JSON.readTree(line);
                JsonNode object = event.path("objectRef");
                if (event.at("/user/username").asText().equals(ACCOUNT)
                        && !object.isMissingNode()
                        && (event.at("/responseStatus/code").asInt() == 403) == forbidden) {
                    asked.add(words(
                            event.path("verb").asText(),
                            object.path("apiGroup").asText(),
                            object.path("resource").asText(),
                            object.path("subresource").asText()));
                }
            }
        } catch (JsonProcessingException _) {
            // A line that is half written; there will be another look.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return asked;
    }

    private static Set<String> granted() {
        Set<String> granted = new TreeSet<>();
        for (String file : List.of("kustomize/base/rbac.yaml", "certs/self-managed/rbac.yaml")) {
            try (var documents = new YAMLMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(Path.of(file).toFile())) {
                for (JsonNode document : documents.readAll()) {
                    // Those for people have other names.
                    if (document.at("/metadata/name").asText().startsWith("multihoming-webhook")) {
                        document.path("rules").forEach(rule -> grant(rule, granted));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return granted;
    }

    private static void grant(JsonNode rule, Set<String> granted) {
        rule.path("apiGroups")
                .forEach(group -> rule.path("resources")
                        .forEach(resource -> rule.path("verbs").forEach(verb -> {
                            String[] parts = resource.asText().split("/", 2);
                            granted.add(
                                    words(verb.asText(), group.asText(), parts[0], parts.length > 1 ? parts[1] : ""));
                        })));
    }

    private static String words(String verb, String group, String resource, String subresource) {
        return verb + " " + resource + (group.isEmpty() ? "" : "." + group)
                + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
