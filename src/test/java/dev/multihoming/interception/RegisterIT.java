package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ReadmeCommands;
import dev.multihoming.plane.ReplicaBehindService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of an installation by the commands of the README: the packaged replica makes its certificate, and
/// the real API server calls it through the Service. Legal and illegal pods are sent all the time; no call ever
/// fails.
class RegisterIT {
    private static final String OVERLAY = "kustomize/overlays/self-managed";
    private static final String REGISTER = "bin/register " + OVERLAY;
    private static final String POLICIES = "multihomingpolicies.multihoming.dev";

    @Test
    void noCallFailsFromTheInstallationToTheRollback(@TempDir Path home) throws IOException {
        Optional<String> address = ReplicaBehindService.address();
        assumeTrue(address.isPresent(), "no address that an EndpointSlice takes");
        // Without it the API server would call the Service's own address, which leads nowhere without kube-proxy.
        Map<String, String> flags = Map.of("--enable-aggregator-routing", "true");
        try (Cluster cluster = Cluster.start(home.resolve("plane"), flags)) {
            Kubectl kubectl = cluster.kubectl();
            installTheWorkload(kubectl);
            try (var replica = ReplicaBehindService.start(cluster.controlPlane(), home, address.get())) {
                try (var pods = new PodsMeanwhile(kubectl)) {
                    theReplicaSaysThatItIsNotRegistered(replica);
                    register(kubectl);
                    webhooksAreEffective(kubectl, replica);
                    anUpgradeChangesImageAndCrdAndAddsAWebhook(kubectl);
                    aRollbackChangesItBack(kubectl);
                    assertThat(pods.withoutVerdict()).isEmpty();
                }
                breakingTheGlassIsDrift(kubectl, replica);
                theRegistrationCanBeTakenBack(kubectl, replica);
            }
        }
    }

    /// The commands of the README, as far as its step 3; step 4 follows when a replica runs.
    private static void installTheWorkload(Kubectl kubectl) {
        List<String> commands = ReadmeCommands.under("Install");
        assertThat(commands).contains(REGISTER);
        new ReadmeCommands(kubectl, withImage("1.0.0"), 60)
                .runAll(commands.stream()
                        .takeWhile(command -> !command.equals(REGISTER))
                        // It is a step for clusters with existing workloads, and enforces nothing.
                        .filter(command -> !command.contains("audit-first"))
                        .toArray(String[]::new));
    }

    private static void theReplicaSaysThatItIsNotRegistered(ReplicaBehindService replica) {
        Eventually.holds("the state", () -> replica.readiness().contains("\"webhooks\": \"not registered yet\""));
        assertThat(replica.metrics().first("multihoming_webhook_registered")).isZero();
        assertThat(replica.metrics().sum("multihoming_webhook_drift{")).isZero();
    }

    private static void webhooksAreEffective(Kubectl kubectl, ReplicaBehindService replica) {
        Eventually.holds(
                "a judgement", () -> PodsMeanwhile.pod(kubectl).stderr().contains("MH105"));
        Eventually.holds("the state", () -> replica.readiness().contains("\"webhooks\": \"registered\""));
        assertThat(replica.metrics().sum("multihoming_webhook_drift{")).isZero();
    }

    /// From a version whose CRD had no printer columns, and whose configuration had one webhook less.
    private static void anUpgradeChangesImageAndCrdAndAddsAWebhook(Kubectl kubectl) {
        removePrinterColumns(kubectl);
        kubectl.run(
                        "patch",
                        "validatingwebhookconfiguration/multihoming-webhook",
                        "--type=json",
                        "--patch=[{\"op\": \"test\", \"path\": \"/webhooks/1/name\","
                                + " \"value\": \"nads.validate.multihoming.dev\"},"
                                + " {\"op\": \"remove\", \"path\": \"/webhooks/1\"}]")
                .orThrow("Going back to an earlier version");
        apply(kubectl, "kustomize/crds");
        apply(kubectl, withImage("2.0.0"));
        register(kubectl);
        assertThat(image(kubectl)).endsWith(":2.0.0");
        assertThat(printerColumns(kubectl)).contains("Priority");
        assertThat(kubectl.run(
                                "get",
                                "validatingwebhookconfiguration/multihoming-webhook",
                                "--output=jsonpath={.webhooks[?(@.name==\"nads.validate.multihoming.dev\")].clientConfig.caBundle}")
                        .stdout())
                .isNotEmpty();
    }

    private static void aRollbackChangesItBack(Kubectl kubectl) {
        removePrinterColumns(kubectl);
        apply(kubectl, withImage("1.0.0"));
        register(kubectl);
        assertThat(image(kubectl)).endsWith(":1.0.0");
        assertThat(printerColumns(kubectl)).isEmpty();
    }

    private static void breakingTheGlassIsDrift(Kubectl kubectl, ReplicaBehindService replica) {
        kubectl.run("delete", "validatingwebhookconfiguration,mutatingwebhookconfiguration", "multihoming-webhook")
                .orThrow("Breaking the glass");
        Eventually.holds(
                "the drift", () -> replica.metrics().first("multihoming_webhook_drift{", "absence", "validating") == 1);
        register(kubectl);
        Eventually.holds("no drift", () -> replica.metrics().sum("multihoming_webhook_drift{") == 0);
    }

    private static void theRegistrationCanBeTakenBack(Kubectl kubectl, ReplicaBehindService replica) {
        kubectl.run("delete", "--ignore-not-found", "--kustomize=" + OVERLAY + "/registration")
                .orThrow("Uninstalling the registration");
        Eventually.holds("the state", () -> replica.readiness().contains("\"webhooks\": \"not registered yet\""));
        assertThat(replica.metrics().sum("multihoming_webhook_drift{")).isZero();
    }

    /// A kustomization as in the README.
    private static String withImage(String tag) {
        try {
            // kustomize takes folders by relative paths only.
            Path installation = Files.createTempDirectory(Path.of("target"), "version-");
            Files.writeString(installation.resolve("kustomization.yaml"), """
                    resources: [../../%s]
                    images: [{name: multihoming-webhook, newName: registry.example/multihoming-webhook, newTag: %s}]
                    """.formatted(OVERLAY, tag));
            return installation.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String image(Kubectl kubectl) {
        return kubectl.run(
                        "get",
                        "deployment/multihoming-webhook",
                        "--namespace=multihoming-system",
                        "--output=jsonpath={.spec.template.spec.containers[0].image}")
                .stdout();
    }

    private static void removePrinterColumns(Kubectl kubectl) {
        kubectl.run(
                        "patch",
                        "crd/" + POLICIES,
                        "--type=json",
                        "--patch=[{\"op\": \"remove\", \"path\": \"/spec/versions/0/additionalPrinterColumns\"}]")
                .orThrow("Changing the CRD");
    }

    private static String printerColumns(Kubectl kubectl) {
        return kubectl.run(
                        "get",
                        "crd/" + POLICIES,
                        "--output=jsonpath={.spec.versions[0].additionalPrinterColumns[*].name}")
                .stdout();
    }

    private static void register(Kubectl kubectl) {
        ProgramOutcome outcome = new ReadmeCommands(kubectl, OVERLAY, 60).run(REGISTER);
        assertThat(outcome.succeeded()).as(outcome.stdout() + outcome.stderr()).isTrue();
    }

    private static void apply(Kubectl kubectl, String folder) {
        kubectl.run("apply", "--kustomize=" + folder).orThrow("Applying " + folder);
    }
}
