package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ReadmeCommands;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Installations that do not succeed, and their removal, by the commands of the README: no replica ever answers here,
/// and no request is rejected. No kubelet runs; the test reports what one would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallIT {
    private static final String NAMESPACE = "multihoming-system";
    private static final String OVERLAY = "kustomize/overlays/self-managed";

    private final Cluster cluster;
    private final Kubectl kubectl;

    InstallIT(@TempDir Path home) {
        cluster = Cluster.start(home);
        kubectl = cluster.kubectl();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @BeforeEach
    void install() {
        apply("kustomize/crds").orThrow("Installing the CRDs");
        kindsAreServed();
        apply(OVERLAY).orThrow("Installing the workload");
    }

    /// The API server can lose a deletion of a CRD whose objects were never read before: the first attempt fails
    /// while the watch cache is filled, the second one conflicts with the status that the first one wrote, and the
    /// next one is the resync after five minutes (seen with Kubernetes 1.37.2). So read them here. A list without a
    /// limit is answered from the watch cache alone.
    private void kindsAreServed() {
        for (String kind : List.of("multihomingpolicies", "multihomingexemptions")) {
            Eventually.holds(
                    kind + " to be served",
                    () -> kubectl.run("get", kind, "--all-namespaces", "--chunk-size=0")
                            .succeeded());
        }
    }

    @AfterEach
    void clear() {
        for (String part : List.of(OVERLAY + "/registration", OVERLAY, "kustomize/crds")) {
            delete(part).orThrow("Removing " + part);
        }
    }

    @Test
    void anImageThatCannotBePulledRejectsNothingAndIsNamed() {
        String pod = aPod();
        report(pod, """
                {"status": {"phase": "Pending", "containerStatuses": [{"name": "webhook", "image": "i", "imageID": "",
                  "ready": false, "restartCount": 0, "state": {"waiting": {
                    "reason": "ImagePullBackOff", "message": "Back-off pulling image \\"registry.example/none\\""}}}]}}
                """);

        ProgramOutcome outcome = readme().run("bin/register " + OVERLAY);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.stderr())
                .contains(pod + ": Pending")
                .contains("ImagePullBackOff Back-off pulling image \"registry.example/none\"")
                .contains("No request is rejected");
        nothingIsRegisteredOrRejected();
    }

    @Test
    void aMissingSecretRejectsNothingAndIsNamed() {
        kubectl.inNamespace(NAMESPACE).apply("""
                apiVersion: v1
                kind: Event
                metadata: {name: mount, namespace: multihoming-system}
                involvedObject: {kind: Pod, name: %s, namespace: multihoming-system}
                type: Warning
                reason: FailedMount
                message: secret "multihoming-webhook-tls" not found
                """.formatted(aPod())).orThrow("Reporting as a kubelet");

        ProgramOutcome outcome = readme().run("bin/register " + OVERLAY);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.stderr()).contains("FailedMount secret \"multihoming-webhook-tls\" not found");
        nothingIsRegisteredOrRejected();
    }

    /// The probe stage itself: nobody answers, and only the probe hears of it.
    @Test
    void theProbeStageRejectsNothingButTheProbe() {
        apply(OVERLAY + "/probe").orThrow("Applying the probe stage");
        Eventually.holds(
                "the probe to be called",
                () -> kubectl.run("create", "--dry-run=server", "--filename=kustomize/registration/probe.yaml")
                        .stderr()
                        .contains("failed calling webhook \"policies.validate.multihoming.dev\""));
        assertThat(podWithNetworks().succeeded()).isTrue();
        assertThat(kubectl.run("create", "--filename=kustomize/registration/probe.yaml")
                        .succeeded())
                .as("not a dry run")
                .isTrue();
    }

    @Test
    void aReinstallWhileTheNamespaceTerminatesRejectsNothingAndSucceedsAfterwards() {
        Kubectl inside = kubectl.inNamespace(NAMESPACE);
        inside.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held, finalizers: [example.org/held]}
                """).orThrow("Holding the namespace");
        kubectl.run("delete", "--wait=false", "--kustomize=" + OVERLAY).orThrow("Uninstalling");

        assertThat(apply(OVERLAY).stderr()).contains("is being terminated");
        ProgramOutcome outcome = readme().run("bin/register " + OVERLAY);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.stderr()).contains("kubectl wait --for=delete namespace/multihoming-system");
        nothingIsRegisteredOrRejected();

        inside.run("patch", "configmap", "held", "--type=merge", "--patch={\"metadata\": {\"finalizers\": null}}")
                .orThrow("Letting the namespace go");
        kubectl.run("wait", "--for=delete", "namespace/" + NAMESPACE, "--timeout=2m")
                .orThrow("Waiting as the message says");
        apply(OVERLAY).orThrow("Installing it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registration|.|crds",
                "/registration|crds|.",
                ".|/registration|crds",
                ".|crds|/registration",
                "crds|/registration|.",
                "crds|.|/registration"
            })
    void itIsUninstalledInAnyOrderAndTwice(String order) {
        apply(OVERLAY + "/registration").orThrow("Registering");
        for (String part : (order + "|" + order).split("\\|", -1)) {
            delete(folder(part)).orThrow("Uninstalling " + part);
        }
        assertThat(kubectl.run(
                                "get",
                                "namespaces,clusterroles,clusterrolebindings,crds,"
                                        + "validatingwebhookconfigurations,mutatingwebhookconfigurations",
                                "--output=name")
                        .stdout()
                        .lines())
                .noneMatch(name -> name.contains("multihoming"));
    }

    @Test
    void anUninstallationKeepsCrdsAndPolicies() {
        String policy = "kustomize/components/policies/strict/policy.yaml";
        Eventually.holds(
                "the kind to be served",
                () -> kubectl.run("apply", "--filename=" + policy).succeeded());
        List<String> commands = ReadmeCommands.under("Uninstall");
        assertThat(commands).hasSize(2);
        readme().runAll(commands.toArray(String[]::new));
        assertThat(kubectl.run("get", "multihomingpolicies", "strict").succeeded())
                .isTrue();
    }

    private ReadmeCommands readme() {
        return new ReadmeCommands(kubectl, OVERLAY, 2);
    }

    private static String folder(String part) {
        return switch (part) {
            case "crds" -> "kustomize/crds";
            case "." -> OVERLAY;
            default -> OVERLAY + part;
        };
    }

    private void nothingIsRegisteredOrRejected() {
        assertThat(kubectl.run("get", "validatingwebhookconfigurations,mutatingwebhookconfigurations", "--output=name")
                        .stdout())
                .doesNotContain("multihoming");
        ProgramOutcome pod = podWithNetworks();
        assertThat(pod.succeeded()).as(pod.stderr()).isTrue();
    }

    private ProgramOutcome podWithNetworks() {
        return kubectl.runWithInput("""
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """, "create", "--dry-run=server", "--filename=-");
    }

    private String aPod() {
        Eventually.holds("a pod of the Deployment", () -> !pods().isEmpty());
        return pods().getFirst();
    }

    private List<String> pods() {
        return kubectl.inNamespace(NAMESPACE)
                .run("get", "pods", "--output=name")
                .stdout()
                .lines()
                .map(name -> name.substring("pod/".length()))
                .toList();
    }

    private void report(String pod, String status) {
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "pod", pod, "--subresource=status", "--patch=" + status)
                .orThrow("Reporting as a kubelet");
    }

    private ProgramOutcome apply(String folder) {
        return kubectl.run("apply", "--kustomize=" + folder);
    }

    private ProgramOutcome delete(String folder) {
        return kubectl.run("delete", "--ignore-not-found", "--timeout=3m", "--kustomize=" + folder);
    }
}
