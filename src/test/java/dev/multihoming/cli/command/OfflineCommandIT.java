package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import dev.multihoming.plane.TestNamespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The packaged jar as a command, in a process of its own; with `--cluster` beside the real API server.
@OnControlPlane
class OfflineCommandIT {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: app, annotations: {k8s.v1.cni.cncf.io/networks: %s}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void aCommandStartsNoServerAndNeedsNoCluster() {
        ProgramOutcome outcome =
                multihoming(Map.of("KUBECONFIG", "/dev/null"), POD.formatted("blue@eth0"), "check", "-");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.stdout())
                .contains("<stdin>:3:71: denied: MH104 reserved-interface-name (Pod default/app)")
                .endsWith("1 object in 1 file: 1 would be denied, 1 warning, 0 repairs.\n");
        assertThat(outcome.stderr()).isEmpty();
    }

    @Test
    void withoutAKubeconfigThereIsNoClusterToAsk() {
        ProgramOutcome outcome = multihoming(Map.of("KUBECONFIG", "/dev/null"), POD, "check", "--cluster", "-");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.stderr()).contains("There is no kubeconfig with a current context");
    }

    @Test
    void theClustersNetworksAreKnown(Kubectl kubectl, TestNamespace namespace) {
        kubectl.inNamespace(namespace.name()).apply("""
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", "metadata": {"name": "blue"},
                 "spec": {"config": "{\\"cniVersion\\": \\"0.3.1\\", \\"type\\": \\"macvlan\\"}"}}""").orThrow("making a network");
        assertThat(check(kubectl, namespace, "blue").exitCode()).isZero();
        assertThat(check(kubectl, namespace, "bleu")).satisfies(outcome -> {
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.stdout()).contains("denied: MH107 missing-network", "the closest name is \"blue\"");
        });
    }

    @Test
    void theClustersPoliciesGovern(Kubectl kubectl, TestNamespace namespace, InstalledWebhook webhook) {
        assertThat(webhook.server().port()).isPositive();
        String policy = """
                {"apiVersion": "multihoming.dev/v1alpha1", "kind": "MultiHomingPolicy", "metadata": {"name": "%s"},
                 "spec": {"namespaces": ["%s"], "rules": {"MH107": "Warn"}, "owner": "net team"}}""".formatted(namespace.name(), namespace.name());
        try {
            kubectl.apply(policy).orThrow("making a policy");
            assertThat(check(kubectl, namespace, "red")).satisfies(outcome -> {
                assertThat(outcome.exitCode()).isZero();
                assertThat(outcome.stdout()).contains("warning: MH107");
            });
        } finally {
            kubectl.run("delete", "multihomingpolicies", namespace.name());
        }
    }

    private static ProgramOutcome check(Kubectl kubectl, TestNamespace namespace, String network) {
        return multihoming(
                Map.of("KUBECONFIG", kubectl.kubeconfig().toString()),
                POD.formatted(network),
                "check",
                "--cluster",
                "--namespace",
                namespace.name(),
                "-");
    }

    private static ProgramOutcome multihoming(Map<String, String> environment, String stdin, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(Stream.of(java, "-jar", JAR.toString()), Stream.of(arguments))
                .toList();
        return new ShortProgram(command, environment).run(stdin);
    }
}
