package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.TestNamespace;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What an attacker with rights in a namespace tries, on the real API server with the real webhook. However
/// it is tried: no pod ends with a network of another tenant.
@OnControlPlane
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BypassIT {
    private static final String KEY = "k8s.v1.cni.cncf.io/networks";
    private static final String FOREIGN = "\"" + KEY + "\": \"tenant-b/net\"";
    private static final String HARMLESS = "\"" + KEY + "\": \"\"";

    /// Members of a pod, as whoever writes JSON by hand can send them.
    static final List<String> POD_MEMBERS = List.of(
            "\"metadata\": {\"name\": \"x\", \"annotations\": {" + FOREIGN + ", " + HARMLESS + "}}",
            "\"metadata\": {\"name\": \"x\", \"annotations\": {" + HARMLESS + ", " + FOREIGN + "}}",
            "\"metadata\": {\"name\": \"x\", \"annotations\": {" + FOREIGN + "}, \"annotations\": {}}",
            "\"metadata\": {\"name\": \"x\", \"annotations\": {}, \"annotations\": {" + FOREIGN + "}}",
            "\"metadata\": {\"name\": \"x\", \"annotations\": {" + FOREIGN + "}}, \"metadata\": {\"name\": \"x\"}",
            "\"metadata\": {\"name\": \"x\"}, \"metadata\": {\"annotations\": {" + FOREIGN + "}}",
            "\"metadata\": {\"name\": \"x\", \"Annotations\": {" + FOREIGN + "}}",
            "\"metadata\": {\"name\": \"x\"}, \"METADATA\": {\"annotations\": {" + FOREIGN + "}}",
            "\"metadata\": {\"name\": \"x\", \"annotations\": {\"K8S.v1.cni.cncf.io/networks\": \"tenant-b/net\"}}",
            "\"metadata\": {\"generateName\": \"x-\", \"annotations\": {" + FOREIGN + "}}");

    private final Kubectl kubectl;
    private final String namespace;
    private final boolean hasControllers;

    BypassIT(Cluster cluster, TestNamespace namespace, InstalledWebhook webhook) {
        assertThat(webhook.server().port()).isPositive();
        this.kubectl = namespace.kubectl();
        this.namespace = namespace.name();
        this.hasControllers = cluster.hasControllers();
    }

    @BeforeAll
    void waitForTheWebhook() {
        Eventually.holds(
                "a judgement",
                () -> kubectl.runWithInput(pod(FOREIGN), "create", "--dry-run=server", "--filename=-")
                        .stderr()
                        .contains("MH105"));
    }

    @AfterEach
    void noPodHasANetworkOfAnotherTenant() {
        String pods = kubectl.run("get", "pods", "--output=jsonpath={.items[*].metadata.annotations}")
                .orThrow("Reading the pods");
        kubectl.run("delete", "pods", "--all", "--force", "--grace-period=0").orThrow("Deleting the pods");
        assertThat(pods).doesNotContain("\"" + KEY + "\":\"tenant-b").doesNotContain("Annotations");
    }

    @ParameterizedTest
    @FieldSource("POD_MEMBERS")
    void spellingsOfAPod(String members) {
        String body = "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", " + members + ", \"spec\": " + SPEC + "}";

        ProgramOutcome outcome = kubectl.runWithInput(
                body, "create", "--raw", "/api/v1/namespaces/" + namespace + "/pods", "--filename=-");

        refusedByTheLawOrWithoutEffect(outcome);
    }

    @Test
    void waysToChangeAPod() {
        kubectl.runWithInput(pod(HARMLESS), "create", "--filename=-").orThrow("Creating a pod");
        String stored = kubectl.run("get", "pod", "x", "--output=json").orThrow("Reading it");
        String foreign = stored.replace("\"" + KEY + "\": \"\"", FOREIGN);
        assertThat(foreign).contains("tenant-b/net");
        String merge = "{\"metadata\": {\"annotations\": {" + FOREIGN + "}}}";
        String json = "[{\"op\": \"replace\", \"path\": \"/metadata/annotations\", \"value\": {" + FOREIGN + "}}]";
        String status = "--subresource=status";

        refused(kubectl.run("annotate", "--overwrite", "pod", "x", KEY + "=tenant-b/net"));
        refused(kubectl.runWithInput(foreign, "replace", "--filename=-"));
        refused(kubectl.runWithInput(foreign, "replace", status, "--filename=-"));
        for (String type : List.of("merge", "strategic")) {
            refused(kubectl.run("patch", "pod", "x", "--type=" + type, "--patch=" + merge));
            refused(kubectl.run("patch", "pod", "x", status, "--type=" + type, "--patch=" + merge));
        }
        refused(kubectl.run("patch", "pod", "x", "--type=json", "--patch=" + json));
        refused(kubectl.run("patch", "pod", "x", status, "--type=json", "--patch=" + json));
        refused(kubectl.runWithInput(pod(FOREIGN), "apply", "--server-side", "--force-conflicts", "--filename=-"));
        // kubectl 1.30 cannot do it.
        if (kubectl.run("apply", "--help").stdout().contains("--subresource")) {
            refused(kubectl.runWithInput(
                    pod(FOREIGN), "apply", "--server-side", "--force-conflicts", status, "--filename=-"));
        }
    }

    /// A mirror pod says which node it comes from, and has no service account.
    @Test
    void aMirrorPodIsAPod() {
        String pod = pod(FOREIGN + ", \"kubernetes.io/config.mirror\": \"m\"")
                .replace("\"containers\"", "\"nodeName\": \"node-1\", \"containers\"");

        refused(kubectl.runWithInput(pod, "create", "--filename=-"));
    }

    @Test
    void serverSideApplyOfANewPodAndADryRun() {
        refused(kubectl.runWithInput(pod(FOREIGN), "apply", "--server-side", "--filename=-"));
        refused(kubectl.runWithInput(pod(FOREIGN), "create", "--dry-run=server", "--filename=-"));
    }

    /// The body of an eviction has metadata too.
    @Test
    void anEvictionBringsNothingIn() {
        kubectl.runWithInput(pod(HARMLESS), "create", "--filename=-").orThrow("Creating a pod");
        String eviction = "{\"apiVersion\": \"policy/v1\", \"kind\": \"Eviction\","
                + " \"deleteOptions\": {\"dryRun\": [\"All\"]},"
                + " \"metadata\": {\"name\": \"x\", \"annotations\": {" + FOREIGN + "}}}";
        kubectl.runWithInput(
                        eviction,
                        "create",
                        "--raw",
                        "/api/v1/namespaces/" + namespace + "/pods/x/eviction",
                        "--filename=-")
                .orThrow("Evicting");
    }

    @Test
    void theNameLabelOfANamespaceCannotBeChanged() {
        kubectl.run("label", "--overwrite", "namespace", namespace, "kubernetes.io/metadata.name=kube-system");
        kubectl.run("label", "namespace", namespace, "kubernetes.io/metadata.name-");

        assertThat(kubectl.run("get", "namespace", namespace, "--output=jsonpath={.metadata.labels}")
                        .orThrow("Reading the namespace"))
                .contains("\"kubernetes.io/metadata.name\":\"" + namespace + "\"");
        refused(kubectl.runWithInput(pod(FOREIGN), "create", "--filename=-"));
    }

    /// Nobody looks at what a controller makes of it but we.
    @Test
    void controllersMakeNoPodThatItsAuthorMayNot() {
        if (!hasControllers) {
            return;
        }
        String template = "{\"metadata\": {\"labels\": {\"app\": \"x\"}, \"annotations\": {" + FOREIGN
                + "}}, \"spec\": " + SPEC + "}";
        String set = "{\"apiVersion\": \"apps/v1\", \"kind\": \"ReplicaSet\", \"metadata\": {\"name\": \"x\"},"
                + " \"spec\": {\"replicas\": 1, \"selector\": {\"matchLabels\": {\"app\": \"x\"}}, \"template\": "
                + template + "}}";
        kubectl.runWithInput(set, "create", "--filename=-").orThrow("Creating a ReplicaSet");

        Eventually.holds(
                "an event about the refused pod",
                () -> kubectl.run(
                                "get",
                                "events",
                                "--field-selector=reason=FailedCreate",
                                "--output=jsonpath={..message}")
                        .stdout()
                        .contains("MH105"));
        kubectl.run("delete", "replicaset", "x").orThrow("Deleting it");
    }

    private static final String SPEC = "{\"containers\": [{\"name\": \"main\", \"image\": \"example.org/none\"}]}";

    private static String pod(String annotation) {
        return "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"x\", \"annotations\": {"
                + annotation + "}}, \"spec\": " + SPEC + "}";
    }

    private static void refused(ProgramOutcome outcome) {
        assertThat(outcome.succeeded()).as(outcome.stdout()).isFalse();
        assertThat(outcome.stderr()).contains("MH105");
    }

    /// Another refusal would hide that nobody judged.
    private static void refusedByTheLawOrWithoutEffect(ProgramOutcome outcome) {
        assertThat(outcome.succeeded() || outcome.stderr().contains("MH105"))
                .as(outcome.stderr())
                .isTrue();
    }
}
