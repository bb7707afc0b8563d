package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.objects.CollidingNames;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.MultiNetworkPolicyCrd;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the packaged webhook writes about objects that were there before it, with the permissions that are shipped and
/// the report definitions of their own projects.
class AuditIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Is there for its launcher's sake, which the garbage collector would take away from an owner that does
    /// not exist.
    private static final String INSTANCE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: tenant-b}
            ---
            apiVersion: kubevirt.io/v1
            kind: VirtualMachineInstance
            metadata: {name: vm, namespace: tenant-b}
            spec: {domain: {devices: {}}}
            """;

    private static final int COLLIDING_KEYS = 6_000;

    private static final String WITH_MANY_KEYS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: crowded}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: many-keys, namespace: crowded, annotations: {keys}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: many-keys, namespace: crowded, annotations: {keys}}
            spec: {config: '{"cniVersion": "1.0.0", "name": "many-keys", "type": "macvlan", "master": "eth1"}'}
            """;

    private static final String BEFORE_THE_WEBHOOK = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: tenant-a}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: quiet}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: blue, namespace: tenant-b}
            spec: {config: '{"cniVersion": "1.0.0", "name": "blue", "type": "macvlan", "master": "eth1", "ipam": {"type": "dhcp"}}'}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: bridged, namespace: tenant-a}
            spec: {config: '{"cniVersion": "1.0.0", "name": "bridged", "type": "bridge", "bridge": "br1"}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: intruder, namespace: tenant-a, annotations: {k8s.v1.cni.cncf.io/networks: tenant-b/blue}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: on-the-host, namespace: tenant-a, annotations: {k8s.v1.cni.cncf.io/networks: missing}}
            spec: {hostNetwork: true, containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: virt-launcher-vm
              namespace: tenant-b
              annotations: {k8s.v1.cni.cncf.io/networks: '[{"name": "blue", "interface": "pod37a8eec1ce1"}]'}
              ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachineInstance, name: vm, uid: "uid of vm", controller: true}]
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: plain, namespace: quiet}
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: tenant-b}
            spec:
              replicas: 0
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}, annotations: {k8s.v1.cni.cncf.io/networks: eth0@blue@net7}}
                spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: k8s.cni.cncf.io/v1beta1
            kind: MultiNetworkPolicy
            metadata: {name: closed, namespace: tenant-b, annotations: {k8s.v1.cni.cncf.io/policy-for: bleu}}
            spec: {podSelector: {}}
            ---
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata: {name: vm, namespace: tenant-b}
            spec:
              template:
                spec:
                  domain: {devices: {interfaces: [{name: data, bridge: {}}]}}
                  networks: [{name: data, multus: {networkName: blue, default: true}}]
            """;

    @Test
    void existingBreachesAreReportedAndFollowThePolicies(@TempDir Path home) {
        Optional<Path> crds = ForeignCrds.find();
        assumeTrue(crds.isPresent(), "no Go to fetch the CRDs of reports with");
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            KubeVirtCrds.install(kubectl);
            MultiNetworkPolicyCrd.install(kubectl);
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
            kubectl.run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                    .orThrow("Applying the permissions");
            ForeignCrds.installPolicyReports(kubectl, crds.get());
            kubectl.apply(INSTANCE).orThrow("Making a machine's instance");
            String uid = kubectl.run(
                            "get",
                            "virtualmachineinstances.kubevirt.io",
                            "vm",
                            "--namespace=tenant-b",
                            "--output=jsonpath={.metadata.uid}")
                    .orThrow("Reading its uid");
            kubectl.apply(BEFORE_THE_WEBHOOK.replace("uid of vm", uid)).orThrow("Making what was there before");

            keysThatCollide(kubectl);
            Path kubeconfig = ShippedAccount.kubeconfig(cluster.controlPlane(), home);
            try (WebhookServer server = WebhookServer.start(kubeconfig, home, Map.of())) {
                Eventually.holds(
                        "the first report", () -> !report(kubectl, "tenant-a").isMissingNode());
                whatIsThereIsReported(kubectl);
                assertThat(server.metrics().first("multihoming_nads_watching")).isOne();
                anEmptiedReportIsRestored(kubectl);
                whatAPolicyOnlyCountsIsReportedAsSuch(kubectl);
                whatIsExemptIsSkippedWithItsReason(kubectl);
                whatIsMendedIsNoLongerReported(kubectl);
                ForeignCrds.installOpenReports(kubectl, crds.get());
                theSuccessorIsUsedWhereItIsInstalled(kubectl);
            }
        }
    }

    /// Objects that any author can store. They break no rule, and must not end the reading of the others.
    private static void keysThatCollide(Kubectl kubectl) {
        String annotations = CollidingNames.of(COLLIDING_KEYS).stream()
                .filter(key -> key.matches("[A-Za-z0-9].*[A-Za-z0-9]"))
                .map(key -> "\"" + key + "\": \"\"")
                .collect(Collectors.joining(", ", "{", "}"));
        kubectl.runWithInput(WITH_MANY_KEYS.replace("{keys}", annotations), "create", "--filename=-")
                .orThrow("Making objects with keys that collide");
    }

    private static void whatIsThereIsReported(Kubectl kubectl) {
        assertThat(results(kubectl, "tenant-a"))
                .contains("fail MH105 intruder built-in", "warn MH214 bridged built-in", "warn MH215 bridged built-in")
                // Multus does nothing for it, so nothing is missing.
                .doesNotContain("MH107");
        // KubeVirt's own names are its own affair, and so is what its launcher pods repeat.
        assertThat(results(kubectl, "tenant-b"))
                .contains("fail MH303 vm", "warn MH101 web", "warn MH701 closed")
                .doesNotContain("virt-launcher-vm");
        assertThat(report(kubectl, "tenant-b").at("/summary/pass").asInt()).isPositive();
        assertThat(report(kubectl, "quiet").isMissingNode()).isTrue();
        JsonNode first = report(kubectl, "tenant-a").at("/results/0");
        assertThat(first.path("result").asText()).isEqualTo("fail");
        assertThat(first.path("message").asText()).contains("MH105", "tenant-b");
        assertThat(first.at("/resources/0/uid").asText()).isNotEmpty();
    }

    private static void whatAPolicyOnlyCountsIsReportedAsSuch(Kubectl kubectl) {
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: looking}
                spec: {namespaces: [tenant-a], rules: {"*": Audit, MH214: "Off"}}
                """).orThrow("Applying a policy");
        Eventually.holds(
                "the audit to follow the policy",
                () -> results(kubectl, "tenant-a").contains("fail MH105 intruder looking audit"));
        assertThat(results(kubectl, "tenant-a")).doesNotContain("MH214");
    }

    private static void whatIsExemptIsSkippedWithItsReason(Kubectl kubectl) {
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: migration}
                spec:
                  rules: [MH105]
                  namespaces: [tenant-a]
                  reason: "moves to its own network in May"
                  owner: team-a
                  expires: "2099-01-01T00:00:00Z"
                """).orThrow("Applying an exemption");
        Eventually.holds(
                "the exemption to be seen",
                () -> results(kubectl, "tenant-a").contains("skip MH105 intruder looking exempted"));
        JsonNode skipped = StreamSupport.stream(
                        report(kubectl, "tenant-a").path("results").spliterator(), false)
                .filter(result -> result.path("result").asText().equals("skip"))
                .findFirst()
                .orElseThrow();
        assertThat(skipped.at("/properties/exemption").asText()).isEqualTo("migration");
        assertThat(skipped.at("/properties/reason").asText()).isEqualTo("moves to its own network in May");
    }

    /// Whatever changes at a policy makes the audit look again.
    private static void whatIsMendedIsNoLongerReported(Kubectl kubectl) {
        kubectl.run("delete", "--namespace=tenant-a", "pod/intruder", "--grace-period=0", "--force")
                .orThrow("Deleting the pod");
        kubectl.run(
                        "delete",
                        "--namespace=tenant-a",
                        "net-attach-def/bridged",
                        "pod/on-the-host",
                        "--grace-period=0",
                        "--force")
                .orThrow("Deleting the network");
        kubectl.run("delete", "mhp/looking", "mhx/migration").orThrow("Deleting policy and exemption");
        Eventually.holds(
                "the report to go with its last cause",
                () -> report(kubectl, "tenant-a").isMissingNode());
        assertThat(report(kubectl, "tenant-b").isMissingNode()).isFalse();
    }

    private static void anEmptiedReportIsRestored(Kubectl kubectl) {
        String before = results(kubectl, "tenant-b");
        kubectl.run(
                        "patch",
                        "policyreports.wgpolicyk8s.io",
                        "multihoming-webhook",
                        "--namespace=tenant-b",
                        "--type=merge",
                        "--patch={\"results\": []}")
                .orThrow("Emptying a report");
        assertThat(results(kubectl, "tenant-b")).isEmpty();
        auditAgain(kubectl, "again");
        Eventually.holds(
                "the report to be restored", () -> results(kubectl, "tenant-b").equals(before));
    }

    /// By a policy that decides nothing.
    private static void auditAgain(Kubectl kubectl, String policy) {
        kubectl.apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: %s}
                spec: {namespaces: [nowhere]}
                """.formatted(policy)).orThrow("Applying a policy");
    }

    private static void theSuccessorIsUsedWhereItIsInstalled(Kubectl kubectl) {
        auditAgain(kubectl, "another");
        Eventually.holds(
                "a Report of openreports.io",
                () -> !get(kubectl, "reports.openreports.io", "tenant-b").isMissingNode());
        assertThat(get(kubectl, "reports.openreports.io", "tenant-b")
                        .at("/results/0/source")
                        .asText())
                .isEqualTo("multihoming-webhook");
        Eventually.holds(
                "the report of the other kind to go",
                () -> report(kubectl, "tenant-b").isMissingNode());
    }

    /// One line a result, as `fail MH105 intruder built-in enforce`.
    private static String results(Kubectl kubectl, String namespace) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode result : report(kubectl, namespace).path("results")) {
            lines.append(result.path("result").asText())
                    .append(' ')
                    .append(result.at("/properties/code").asText())
                    .append(' ')
                    .append(result.at("/resources/0/name").asText())
                    .append(' ')
                    .append(result.path("policy").asText())
                    .append(' ')
                    .append(result.at("/properties/mode").asText())
                    .append('\n');
        }
        return lines.toString();
    }

    private static JsonNode report(Kubectl kubectl, String namespace) {
        return get(kubectl, "policyreports.wgpolicyk8s.io", namespace);
    }

    private static JsonNode get(Kubectl kubectl, String resource, String namespace) {
        var outcome = kubectl.run("get", resource, "multihoming-webhook", "--namespace=" + namespace, "--output=json");
        try {
            return outcome.succeeded() ? JSON.readTree(outcome.stdout()) : JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
