package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is installed over an earlier revision, and over a variant: nothing of it may go on refusing things.
/// No process serves the webhooks here, so that each that is asked and fails closed refuses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeftoversIT {
    private static final String CONFIGURATION = "validatingwebhookconfiguration/multihoming-webhook";
    private static final String CA = "bm90IGEgY2VydGlmaWNhdGU=";

    private final Cluster cluster;
    private final Kubectl kubectl;

    LeftoversIT(@TempDir Path home) {
        cluster = Cluster.start(home);
        kubectl = cluster.kubectl();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void nothingOfAnEarlierRevisionGoesOnRefusing() throws IOException {
        kubectl.apply(Files.readString(Path.of("src/test/resources/upgrade/previous.yaml")))
                .orThrow("Installing the earlier revision");
        List<String> before = webhooks();
        // As a certificate's maker writes it; without it no API server believes the webhook.
        kubectl.run(
                        "patch",
                        CONFIGURATION,
                        "--type=strategic",
                        "--patch={\"webhooks\": [{\"name\": \"pods.validate.multihoming.dev\", \"clientConfig\": {\"caBundle\": \""
                                + CA + "\"}}]}")
                .orThrow("Writing caBundle");

        kubectl.run("apply", "--kustomize=kustomize/overlays/self-managed/registration")
                .orThrow("Upgrading");

        assertThat(webhooks()).isEqualTo(shipped()).doesNotContainSequence(before);
        assertThat(before).contains("cronjobs.validate.multihoming.dev");
        assertThat(kubectl.run(
                                "get",
                                CONFIGURATION,
                                "--output=jsonpath={.webhooks[?(@.name==\"pods.validate.multihoming.dev\")].clientConfig.caBundle}")
                        .stdout())
                .isEqualTo(CA);
        assertThat(kubectl.run("diff", "--kustomize=kustomize/overlays/self-managed/registration")
                        .stdout())
                .isEmpty();
    }

    @Test
    void onOpenShiftThePlatformsNamespacesAreLeftOut() {
        kubectl.run("create", "namespace", "openshift-somewhere");
        kubectl.run("create", "namespace", "openshifty");
        kubectl.run("apply", "--kustomize=kustomize/overlays/openshift").orThrow("Installing the variant");
        kubectl.run("apply", "--kustomize=kustomize/overlays/openshift/registration")
                .orThrow("Registering it");

        Eventually.holds("the webhooks to be asked", () -> nadIn("openshifty").contains("failed calling webhook"));
        Eventually.holds(
                "them not to be asked there", () -> nadIn("openshift-somewhere").isEmpty());
    }

    private String nadIn(String namespace) {
        return kubectl.inNamespace(namespace)
                .runWithInput("""
                        apiVersion: k8s.cni.cncf.io/v1
                        kind: NetworkAttachmentDefinition
                        metadata: {name: blue}
                        spec: {config: '{"cniVersion": "1.0.0", "type": "macvlan"}'}
                        """, "create", "--dry-run=server", "--filename=-")
                .stderr();
    }

    private List<String> webhooks() {
        return List.of(kubectl.run("get", CONFIGURATION, "--output=jsonpath={.webhooks[*].name}")
                .stdout()
                .split(" ", -1));
    }

    private static List<String> shipped() throws IOException {
        JsonNode configuration = new YAMLMapper()
                .readTree(Path.of("webhook-config", "validating.yaml").toFile());
        return StreamSupport.stream(configuration.path("webhooks").spliterator(), false)
                .map(webhook -> webhook.path("name").asText())
                .toList();
    }
}
