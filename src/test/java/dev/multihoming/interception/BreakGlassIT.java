package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.WebhookConfigurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an operator gets out of the webhook's way, by the commands of the README, with every replica dead.
class BreakGlassIT {
    @Test
    void whatFailsClosedCanBeOpenedAndRemoved(@TempDir Path home) throws IOException {
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing the CRDs");
            kubectl.run("apply", "--kustomize=kustomize/overlays/self-managed").orThrow("Installing the workload");
            WebhookConfigurations served;
            try (InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home)) {
                Eventually.holds(
                        "a judgement", () -> create(kubectl, true).stderr().contains("MH105"));
                served = WebhookConfigurations.shipped().servedBy(webhook.server());
            }
            // Nobody answers any more.
            served.apply(kubectl);
            Eventually.holds(
                    "the configurations to count", () -> !create(kubectl, true).succeeded());
            assertThat(create(kubectl, true).stderr()).contains("failed calling webhook");
            // What asks nothing of Multus starts all the same.
            assertThat(create(kubectl, false).succeeded()).isTrue();
            assertThat(kubectl.run("create", "namespace", "another").succeeded())
                    .isTrue();

            kubectl.run(breakGlass()).orThrow("Breaking the glass");
            Eventually.holds("nobody to be asked", () -> create(kubectl, true).succeeded());

            served.apply(kubectl);
            Eventually.holds(
                    "the configurations to count again",
                    () -> !create(kubectl, true).succeeded());
            uninstallWhileNobodyAnswers(kubectl);
        }
    }

    private static void uninstallWhileNobodyAnswers(Kubectl kubectl) {
        for (String part : List.of("overlays/self-managed/registration", "overlays/self-managed", "crds")) {
            kubectl.run("delete", "--ignore-not-found", "--kustomize=kustomize/" + part, "--wait=false")
                    .orThrow("Uninstalling " + part);
        }
        Eventually.holds("nobody to be asked", () -> create(kubectl, true).succeeded());
        Eventually.holds(
                "everything to be gone",
                () -> kubectl.run(
                                "get",
                                "namespaces,clusterroles,clusterrolebindings,crds,validatingwebhookconfigurations,mutatingwebhookconfigurations",
                                "--output=name")
                        .stdout()
                        .lines()
                        .noneMatch(name -> name.contains("multihoming")));
    }

    /// As the README has it.
    private static String[] breakGlass() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher command = Pattern.compile("\\*\\*Break glass\\.\\*\\*[^`]*```sh\\nkubectl ([^\\n`]+)\\n")
                .matcher(readme);
        assertThat(command.find()).isTrue();
        return List.of(command.group(1).split("\\s+")).toArray(String[]::new);
    }

    private static ProgramOutcome create(Kubectl kubectl, boolean withNetworks) {
        return kubectl.runWithInput(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: default, annotations: {%s: elsewhere/blue}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """.formatted(withNetworks ? "k8s.v1.cni.cncf.io/networks" : "example.org/note"),
                "create",
                "--dry-run=server",
                "--filename=-");
    }
}
