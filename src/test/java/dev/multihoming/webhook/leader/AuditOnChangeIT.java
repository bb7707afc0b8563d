package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the packaged webhook reports between two audits, which are an hour apart: by watches,
/// and on request; and what it names only to the readers of the cluster's report.
class AuditOnChangeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY_REPORTS = "policyreports.wgpolicyk8s.io";

    private static final String TENANTS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: tenant-a}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: tenant-b}
            """;

    private static final String INTRUDER = """
            apiVersion: v1
            kind: Pod
            metadata: {name: intruder, namespace: tenant-a, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: %s, namespace: %s}
            spec: {config: '{"cniVersion": "1.0.0", "name": "%s", "type": "bridge", "bridge": "br1", "vlan": 150, \
            "macspoofchk": true, "ipam": {"type": "host-local", "subnet": "%s"}}'}
            """;

    @Test
    void whatChangesIsReportedBeforeTheNextAudit(@TempDir Path home) {
        Optional<Path> crds = ForeignCrds.find();
        assumeTrue(crds.isPresent(), "no Go to fetch the CRDs of reports with");
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
            kubectl.run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                    .orThrow("Applying the permissions");
            kubectl.apply(TENANTS).orThrow("Creating namespaces");
            ForeignCrds.installPolicyReports(kubectl, crds.get());
            Path kubeconfig = ShippedAccount.kubeconfig(cluster.controlPlane(), home);
            try (WebhookServer server = WebhookServer.start(kubeconfig, home, Map.of())) {
                Eventually.holds(
                        "the first audit", () -> note(kubectl, "audit-reports").equals("wgpolicyk8s.io/v1alpha2"));
                aNewObjectIsReported(kubectl, server);
                anAuditCanBeRequested(kubectl);
                networksOfOthersAreNamedInTheReportOfTheClusterAlone(kubectl);
                ForeignCrds.installOpenReports(kubectl, crds.get());
                oneApiIsChosen(kubectl);
            }
        }
    }

    private static void aNewObjectIsReported(Kubectl kubectl, WebhookServer server) {
        kubectl.apply(INTRUDER).orThrow("Creating a pod");
        Eventually.holds(
                "the new pod in the report",
                () -> report(kubectl, POLICY_REPORTS, "tenant-a").contains("MH105"));
        Eventually.holds(
                "the new pod in the metrics",
                () -> server.metrics()
                        .text()
                        .contains(
                                "multihoming_audit_findings{code=\"MH105\",mode=\"enforce\",object_namespace=\"tenant-a\"} 1.0"));
        kubectl.run("delete", "pod/intruder", "--namespace=tenant-a", "--grace-period=0", "--force")
                .orThrow("Deleting the pod");
        Eventually.holds(
                "the report to go with its last cause",
                () -> report(kubectl, POLICY_REPORTS, "tenant-a").isEmpty());
    }

    /// Which restores what another writer changed: nothing else would before the next audit.
    private static void anAuditCanBeRequested(Kubectl kubectl) {
        kubectl.apply(INTRUDER).orThrow("Creating a pod");
        Eventually.holds(
                "the new pod in the report",
                () -> report(kubectl, POLICY_REPORTS, "tenant-a").contains("MH105"));
        kubectl.run(
                        "patch",
                        POLICY_REPORTS,
                        "multihoming-webhook",
                        "--namespace=tenant-a",
                        "--type=merge",
                        "--patch={\"results\": []}")
                .orThrow("Emptying a report");
        request(kubectl, "1");
        Eventually.holds(
                "the report to be restored",
                () -> report(kubectl, POLICY_REPORTS, "tenant-a").contains("MH105"));
        assertThat(note(kubectl, "audit-completed")).isNotEmpty();
        // The election goes on as before.
        assertThat(note(kubectl, "audit-requested")).isEqualTo("1");
    }

    private static void networksOfOthersAreNamedInTheReportOfTheClusterAlone(Kubectl kubectl) {
        kubectl.apply(NETWORK.formatted("net-of-a", "tenant-a", "net-of-a", "10.1.0.0/24"))
                .orThrow("Creating a network");
        kubectl.apply(NETWORK.formatted("net-of-b", "tenant-b", "net-of-b", "10.1.0.0/25"))
                .orThrow("Creating a network");
        Eventually.holds(
                "the report of the cluster",
                () -> report(kubectl, "clusterpolicyreports.wgpolicyk8s.io", "")
                        .contains("tenant-b/net-of-b (10.1.0.0/25) on bridge br1, VLAN 150 shares it with"
                                + " tenant-a/net-of-a (10.1.0.0/24)"));
        Eventually.holds(
                "the report of a namespace",
                () -> report(kubectl, POLICY_REPORTS, "tenant-b").contains("MH249"));
        assertThat(report(kubectl, POLICY_REPORTS, "tenant-b")).doesNotContain("tenant-a", "net-of-a", "10.1.0.0/24");
        assertThat(report(kubectl, POLICY_REPORTS, "tenant-a")).doesNotContain("tenant-b", "net-of-b", "10.1.0.0/25");
    }

    private static void oneApiIsChosen(Kubectl kubectl) {
        request(kubectl, "2");
        Eventually.holds(
                "the successor to be chosen",
                () -> note(kubectl, "audit-reports").equals("openreports.io/v1alpha1"));
        assertThat(report(kubectl, "clusterreports.openreports.io", "")).contains("tenant-a/net-of-a");
        assertThat(report(kubectl, "reports.openreports.io", "tenant-a")).contains("MH249");
        assertThat(report(kubectl, "clusterpolicyreports.wgpolicyk8s.io", "")).isEmpty();
        assertThat(report(kubectl, POLICY_REPORTS, "tenant-a")).isEmpty();
    }

    private static void request(Kubectl kubectl, String text) {
        kubectl.run(
                        "annotate",
                        "lease/multihoming-webhook",
                        "--namespace=multihoming-system",
                        "--overwrite",
                        "multihoming.dev/audit-requested=" + text)
                .orThrow("Asking for an audit");
    }

    private static String note(Kubectl kubectl, String name) {
        var outcome =
                kubectl.run("get", "lease/multihoming-webhook", "--namespace=multihoming-system", "--output=json");
        try {
            JsonNode lease = outcome.succeeded() ? JSON.readTree(outcome.stdout()) : JSON.missingNode();
            return lease.path("metadata")
                    .path("annotations")
                    .path("multihoming.dev/" + name)
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its text; empty where there is none.
    private static String report(Kubectl kubectl, String resource, String namespace) {
        return kubectl.run("get", resource, "multihoming-webhook", "--namespace=" + namespace, "--output=json")
                .stdout();
    }
}
