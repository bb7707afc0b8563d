package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged commands beside a real API server with the webhook: what they print is admitted as it is, and what is
/// there they explain.
@OnControlPlane
class LiveCommandsIT {
    private final TestNamespace namespace;
    private final Kubectl kubectl;

    LiveCommandsIT(TestNamespace namespace, InstalledWebhook webhook, Cluster cluster) {
        this.namespace = namespace;
        this.kubectl = namespace.kubectl();
        assertThat(webhook.server()).isNotNull();
        assertThat(cluster.hasControllers()).isTrue();
    }

    @BeforeEach
    void theWebhookIsAsked() {
        Eventually.holds(
                "the API server to ask the webhook",
                () -> !kubectl.runWithInput(
                                nad("probe", "--type", "bridge", "--bridge", "br1")
                                        .stdout()
                                        .replace("br1", "a/b"),
                                "create",
                                "--dry-run=server",
                                "--filename=-")
                        .succeeded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--type bridge --bridge br1 --vlan 100",
                "--type bridge --bridge br1 --ipam host-local --subnet 10.10.0.0/24",
                "--type macvlan --master eth1 --ipam whereabouts --subnet 10.10.0.0/24",
                "--type vlan --master eth1 --vlan 7 --ipam host-local --subnet 10.10.0.0/24",
                "--type host-device --device ens5",
                "--type sriov --resource example.com/sriov_vf --vlan 7",
                "--type ovs --bridge br-ex --vlan 7",
                "--type ovn-k8s-cni-overlay --topology layer2 --subnet 10.10.0.0/24"
            })
    void whatNadCreatePrintsIsAdmittedAsItIs(String arguments) throws IOException {
        String name = "made-" + Integer.toHexString(arguments.hashCode());
        ProgramOutcome made = nad(name, arguments.split(" ", -1));
        assertThat(made.stderr()).isEmpty();

        ProgramOutcome applied = kubectl.apply(made.stdout());

        assertThat(applied.stderr()).isEmpty();
        assertThat(applied.succeeded()).isTrue();
        JsonNode printed = new YAMLMapper().readTree(made.stdout());
        assertThat(kubectl.run("get", "net-attach-def", name, "--output=jsonpath={.spec.config}")
                        .stdout())
                .isEqualTo(printed.at("/spec/config").asText());
    }

    @Test
    void whatIsThereIsExplained() {
        kubectl.apply(nad("explained", "--type", "bridge", "--bridge", "br7", "--vlan", "7")
                        .stdout())
                .orThrow("Making a network");
        kubectl.apply("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: explained
                  annotations:
                    k8s.v1.cni.cncf.io/networks: '[{"name": "explained", "mac": "02:00:00:00:00:01"}]'
                spec:
                  containers: [{name: app, image: registry.example/app:1}]
                """).orThrow("Making a pod");

        ProgramOutcome pod = multihoming("explain", "pod/explained", "-n", namespace.name());
        assertThat(pod.stderr()).isEmpty();
        assertThat(pod.stdout())
                .startsWith("Pod " + namespace.name() + "/explained, in the cluster\n")
                .containsPattern("\nnet1 +" + namespace.name()
                        + "/explained +bridge +bridge br7 +7 +02:00:00:00:00:01 +none \\(layer 2\\) +no\n")
                .contains("Verdict   admitted\n");
        assertThat(multihoming("explain", "nad/explained", "-n", namespace.name())
                        .stdout())
                .containsPattern("\nnet<N> +" + namespace.name() + "/explained +bridge +bridge br7 +7 ");
    }

    @Test
    void aFileIsExplainedBesideWhatTheClusterHas() {
        kubectl.apply(nad("storage", "--type", "bridge", "--bridge", "br8").stdout())
                .orThrow("Making a network");

        ProgramOutcome explained = multihoming("explain", "demo/20-two-networks.yaml", "--cluster");

        assertThat(explained.stdout())
                .contains("There is no network team-a/dev-network: the pod does not start.")
                .contains("Denied    MH107 missing-network");
    }

    @Test
    void whatIsNotThereIsToldInASentence() {
        ProgramOutcome outcome = multihoming("explain", "pod/gone", "-n", namespace.name());

        assertThat(outcome.stderr())
                .isEqualTo("multihoming: There is no pod/gone in namespace " + namespace.name() + ".\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void aPodThatDoesNotStartIsDiagnosed() {
        kubectl.apply(nad("diagnosed", "--type", "bridge", "--bridge", "br7").stdout())
                .orThrow("Making a network");
        kubectl.apply("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: diagnosed
                  annotations:
                    k8s.v1.cni.cncf.io/networks: diagnosed
                spec:
                  containers: [{name: app, image: registry.example/app:1}]
                """).orThrow("Making a pod");
        String uid = kubectl.run("get", "pod", "diagnosed", "--output=jsonpath={.metadata.uid}")
                .stdout();
        kubectl.apply("""
                apiVersion: v1
                kind: Event
                metadata: {name: diagnosed.1}
                involvedObject: {kind: Pod, namespace: %s, name: diagnosed, uid: %s}
                type: Warning
                reason: FailedCreatePodSandBox
                message: 'Failed to create pod sandbox: plugin type="multus" failed (add): [%s/diagnosed:diagnosed]: error adding container to network "diagnosed": failed to find plugin "bridge" in path [/opt/cni/bin]'
                count: 7
                lastTimestamp: 2026-01-01T00:00:00Z
                """.formatted(namespace.name(), uid, namespace.name())).orThrow("Recording an event");

        ProgramOutcome diagnosed = multihoming("diagnose", "pod/diagnosed", "-n", namespace.name());

        assertThat(diagnosed.stderr()).isEmpty();
        assertThat(diagnosed.stdout())
                .startsWith("Pod " + namespace.name() + "/diagnosed, Pending, not assigned to a node\n")
                .containsPattern("\nnet1 +" + namespace.name() + "/diagnosed +missing\n")
                .contains("Seen    7 times, last at 2026-01-01T00:00:00Z")
                .contains("Cause   The plugin's binary is not on this node.")
                .contains("Rules   MH205 MH220");
        assertThat(diagnosed.exitCode()).isZero();
    }

    @Test
    void whatMultusReportsIsHeldBesideWhatIsAskedFor() {
        kubectl.apply(nad("reported", "--type", "bridge", "--bridge", "br7").stdout())
                .orThrow("Making a network");
        kubectl.apply("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: reported
                  annotations:
                    k8s.v1.cni.cncf.io/networks: reported
                spec:
                  containers: [{name: app, image: registry.example/app:1}]
                """).orThrow("Making a pod");
        kubectl.run(
                        "annotate",
                        "pod",
                        "reported",
                        "k8s.v1.cni.cncf.io/network-status=[{\"name\": \"cluster\", \"interface\": \"eth0\", \"ips\": [\"10.244.0.7\"], \"default\": true}, {\"name\": \"%s/reported\", \"interface\": \"net1\", \"mac\": \"02:00:00:00:00:05\"}]"
                                .formatted(namespace.name()))
                .orThrow("Reporting as Multus does");

        ProgramOutcome diagnosed = multihoming("diagnose", "pod/reported", "-n", namespace.name());

        assertThat(diagnosed.stdout())
                .containsPattern("\neth0 .* as predicted +10.244.0.7\n")
                .containsPattern("\nnet1 +" + namespace.name() + "/reported +as predicted +02:00:00:00:00:05\n")
                .contains("Multus reports every interface that the pod is to have.");
        assertThat(multihoming("diagnose", "deploy/web").exitCode()).isEqualTo(2);
        assertThat(multihoming("diagnose", "pod/gone", "-n", namespace.name()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aPolicyIsComparedWithTheClusterBeforeItIsApplied(@TempDir Path folder) throws IOException {
        for (String network : List.of("first", "second")) {
            kubectl.apply(nad(network, "--type", "bridge", "--bridge", "br7").stdout())
                    .orThrow("Making a network");
        }
        kubectl.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: compared}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: compared}}
                  template:
                    metadata:
                      labels: {app: compared}
                      annotations: {k8s.v1.cni.cncf.io/networks: "first, second"}
                    spec:
                      containers: [{name: app, image: registry.example/app:1}]
                """).orThrow("Making a Deployment");
        Eventually.holds(
                "the Deployment to have its pods",
                () -> kubectl.run("get", "pods", "--selector=app=compared", "--output=name")
                                .stdout()
                                .lines()
                                .count()
                        == 2);
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: one-network}
                spec: {namespaces: [%s], priority: 1000, limits: {networksPerPod: 1}}
                """.formatted(namespace.name()));
        String tests = folder.resolve("tests").toString();

        ProgramOutcome diff =
                multihoming("policy", "diff", policy.toString(), "-n", namespace.name(), "--as-tests", tests);

        assertThat(diff.stderr()).isEqualTo("2 cases are written to " + tests + ".\n");
        assertThat(diff.stdout())
                .contains(": adds MultiHomingPolicy/one-network\n")
                .containsPattern("\n" + namespace.name()
                        + " +Deployment/compared +MH111 too-many-networks +allowed → denied +1 Deployment, 2 Pods\n")
                .contains("\n3 objects newly denied in 1 namespace, 0 newly allowed, 0 changed, ");
        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(multihoming("test", tests).stdout()).endsWith("\n2 cases, 0 failed.\n");
        assertThat(multihoming("policy", "diff", policy.toString()).stdout())
                .containsPattern("\n" + namespace.name() + " +Deployment/compared +MH111 ");
    }

    private ProgramOutcome nad(String name, String... arguments) {
        return multihoming(Stream.concat(Stream.of("nad", "create", name, "-n", namespace.name()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private ProgramOutcome multihoming(String... arguments) {
        return new PackagedCommand(kubectl).run(arguments);
    }
}
