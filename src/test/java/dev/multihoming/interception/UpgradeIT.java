package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.chaos.ServedReplicas;
import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.Launcher;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookConfigurations;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program and the manifests of an earlier version (tools/earlier-version), then those of this one, then the
/// earlier ones again, as docs/upgrade.md says. Pods are judged all the time, certificate and policies live on.
class UpgradeIT {
    private static final Map<String, String> SETTINGS = Map.of(
            "QUARKUS_SHUTDOWN_DELAY", "5S",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_ENABLED", "true",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_NAMES", "127.0.0.1");

    private static final String POLICY = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: no-macvlan}
            spec: {priority: 10, rules: {default-route-requested: Enforce}, limits: {pluginTypes: [bridge]}}
            """;

    /// With fields and a rule that the earlier version does not know.
    private static final String LATER_POLICY = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: no-macvlan}
            spec:
              priority: 10
              rules: {default-route-requested: Enforce, shared-segment: Enforce}
              limits: {pluginTypes: [bridge], segments: [br1/100-199]}
              sharedSegments: [br1/150]
            """;

    @Test
    void eachVersionTakesOverFromTheOther(@TempDir Path home) throws IOException {
        Optional<Path> folder = BuiltOnce.of("earlier-version");
        assumeTrue(folder.isPresent(), "the history does not hold the earlier version");
        var earlier = new Version("earlier", folder.get(), folder.get().resolve("quarkus-app"));
        var current = new Version("current", Path.of(""), Path.of("target", "quarkus-app"));
        try (var installation = new Installation(home)) {
            Kubectl kubectl = installation.kubectl();
            installation.applyCrds(earlier);
            installation.changeTo(earlier);
            kubectl.apply(POLICY).orThrow("Making a policy");
            judges(kubectl);
            String caBundle = installation.caBundle();

            try (var pods = new PodsMeanwhile(kubectl)) {
                installation.applyCrds(current);
                installation.changeTo(current);
                judges(kubectl);
                kubectl.apply(LATER_POLICY).orThrow("Changing the policy");
                Eventually.holds(
                        "the later policy", () -> denial(kubectl, bridge(300)).contains("br1/100-199"));

                // Its CRDs stay: those of the earlier version would drop what this one stored.
                installation.changeTo(earlier);
                judges(kubectl);
                assertThat(network(kubectl, bridge(300)).succeeded()).isTrue();

                assertThat(pods.withoutVerdict()).isEmpty();
                assertThat(pods.denied()).isPositive();
            }
            assertThat(installation.caBundle()).isEqualTo(caBundle);
        }
    }

    /// What both versions do under both policies, and that the leader has seen the policy.
    private static void judges(Kubectl kubectl) {
        Eventually.holds("a rule", () -> PodsMeanwhile.pod(kubectl).stderr().contains("MH105"));
        Eventually.holds(
                "a limit",
                () -> denial(kubectl, "{'cniVersion': '1.0.0', 'type': 'macvlan', 'master': 'ens1'}")
                        .contains("MH231"));
        Eventually.holds(
                "a default", () -> network(kubectl, bridge(150)).stdout().contains("macspoofchk"));
        Eventually.holds(
                "a status",
                () -> field(kubectl, "{.metadata.generation}").equals(field(kubectl, "{.status.observedGeneration}")));
    }

    private static String bridge(int vlan) {
        return "{'cniVersion': '1.0.0', 'type': 'bridge', 'bridge': 'br1', 'vlan': %d}".formatted(vlan);
    }

    private static String denial(Kubectl kubectl, String config) {
        return network(kubectl, config).stderr();
    }

    private static ProgramOutcome network(Kubectl kubectl, String config) {
        return kubectl.runWithInput(
                """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: default}
                spec: {config: "%s"}
                """.formatted(config.replace("'", "\\\"")),
                "create",
                "--dry-run=server",
                "--output=yaml",
                "--filename=-");
    }

    private static String field(Kubectl kubectl, String path) {
        return kubectl.run("get", "multihomingpolicy/no-macvlan", "--output=jsonpath=" + path)
                .stdout();
    }

    /// @param root with the manifests
    /// @param program the folder that Quarkus packages
    private record Version(String name, Path root, Path program) {
        Launcher launcher() {
            return Launcher.packaged(program.resolve("quarkus-run.jar"));
        }

        String file(String path) {
            return root.resolve(path).toString();
        }
    }

    /// The replicas, the Service before them, and what the API server knows of them.
    private static final class Installation implements AutoCloseable {
        private final Path home;
        private final Cluster cluster;
        private final ServedReplicas replicas = new ServedReplicas();
        private int started;

        Installation(Path home) {
            this.home = home;
            this.cluster = Cluster.start(home.resolve("plane"));
        }

        Kubectl kubectl() {
            return cluster.kubectl();
        }

        void applyCrds(Version version) {
            apply(version, "kustomize/crds");
        }

        /// As a rollout and bin/register: a replica of the version joins those that run, and they end.
        void changeTo(Version version) {
            apply(version, "kustomize/overlays/self-managed");
            List<WebhookServer> before = replicas.all();
            start(version);
            before.forEach(replicas::retire);
            register(version);
        }

        private void start(Version version) {
            Path folder = home.resolve(version.name() + "-" + ++started);
            replicas.add(WebhookServer.start(
                    version.launcher(),
                    ShippedAccount.kubeconfig(cluster.controlPlane(), folder),
                    folder,
                    SETTINGS,
                    ServingCertificate.writeInto(folder.resolve("certificate"))));
        }

        private void register(Version version) {
            WebhookConfigurations.readFrom(version.root().resolve("webhook-config"))
                    .servedAt(replicas.port())
                    .apply(kubectl());
            kubectl()
                    .run("apply", "--filename=" + version.file("kustomize/registration/marker.yaml"))
                    .orThrow("Marking the webhooks as registered");
        }

        String caBundle() {
            return kubectl()
                    .run(
                            "get",
                            "validatingwebhookconfiguration/multihoming-webhook",
                            "--output=jsonpath={.webhooks[*].clientConfig.caBundle}")
                    .stdout();
        }

        private void apply(Version version, String folder) {
            kubectl().run("apply", "--kustomize=" + version.file(folder)).orThrow("Applying " + folder);
        }

        @Override
        public void close() {
            replicas.close();
            cluster.close();
        }
    }
}
