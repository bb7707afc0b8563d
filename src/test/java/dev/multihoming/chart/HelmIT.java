package dev.multihoming.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The life of a release on a real API server, one step after the other. No pod runs there, so nothing waits for one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HelmIT {
    private static final String RELEASE = "multihoming-webhook";
    private static final String CONSOLE = "multihoming-console";
    private static final String CONFIGURATIONS = "validatingwebhookconfiguration,mutatingwebhookconfiguration";
    private static final String CA = "bm90IGEgY2VydGlmaWNhdGU=";

    private final Cluster cluster;
    private final Kubectl kubectl;
    private final Helm helm;

    HelmIT(@TempDir Path home) {
        var found = Helm.in(home.resolve("helm"));
        assumeTrue(found.isPresent(), "no Go to build helm with");
        cluster = Cluster.start(home);
        kubectl = cluster.kubectl();
        helm = found.get().on(kubectl.kubeconfig());
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void installsTheWorkloadAndRegistersNothing() {
        run("install", RELEASE, "--create-namespace");

        assertThat(existing("deployment", RELEASE)).isNotEmpty();
        assertThat(existing("crd", "multihomingpolicies.multihoming.dev")).isNotEmpty();
        assertThat(existing(CONFIGURATIONS, RELEASE)).isEmpty();
        assertThat(existing("configmap", RELEASE + "-registration")).isEmpty();
    }

    @Test
    @Order(2)
    void isLimitedToTheProbeByAnUpgrade() {
        run("upgrade", RELEASE, "--reuse-values", "--set=registration.enabled=true,registration.probe=true");

        assertThat(conditions()).contains("only-the-probe");
        assertThat(existing("configmap", RELEASE + "-registration")).isEmpty();
        // As the webhook does, or cert-manager, or the service CA.
        kubectl.run(
                        "patch",
                        "validatingwebhookconfiguration",
                        RELEASE,
                        "--type=json",
                        "--patch=[{\"op\": \"add\", \"path\": \"/webhooks/0/clientConfig/caBundle\", \"value\": \"" + CA
                                + "\"}]")
                .orThrow("Writing caBundle");
    }

    @Test
    @Order(3)
    void isEffectiveAfterTheNextUpgradeAndKeepsWhatIsTrusted() {
        run("upgrade", RELEASE, "--reuse-values", "--set=registration.probe=false");

        assertThat(existing(CONFIGURATIONS, RELEASE).lines()).hasSize(2);
        assertThat(conditions()).doesNotContain("only-the-probe").contains("sets-or-changes-spec");
        assertThat(existing("configmap", RELEASE + "-registration")).isNotEmpty();
        assertThat(trusted()).isEqualTo(CA);
    }

    @Test
    @Order(4)
    void anUpgradeOfTheWorkloadLeavesTheRegistrationAsItIs() {
        run("upgrade", RELEASE, "--reuse-values", "--set=settings.auditInterval=2h");

        assertThat(kubectl.inNamespace("multihoming-system")
                        .run("get", "deployment", RELEASE, "--output=jsonpath={..env[*].name}")
                        .stdout())
                .contains("MULTIHOMING_AUDIT_INTERVAL");
        assertThat(existing(CONFIGURATIONS, RELEASE).lines()).hasSize(2);
        assertThat(trusted()).isEqualTo(CA);
    }

    /// To the first revision, which had no registration: the way out for who knows only Helm.
    @Test
    @Order(5)
    void aRollbackBeforeTheRegistrationTakesItAway() {
        helm.run("rollback", RELEASE, "1", "--namespace=multihoming-system").orThrow("Rolling back");

        assertThat(existing(CONFIGURATIONS, RELEASE)).isEmpty();
        assertThat(existing("deployment", RELEASE)).isNotEmpty();
    }

    @Test
    @Order(6)
    void uninstallsAllButCrdsPoliciesAndTheNamespace() {
        kubectl.run("apply", "--filename=kustomize/components/policies/audit-first/policy.yaml")
                .orThrow("Applying a policy");
        run("upgrade", RELEASE, "--reuse-values", "--set=registration.enabled=true");

        helm.run("uninstall", RELEASE, "--namespace=multihoming-system").orThrow("Uninstalling");

        Eventually.holds(
                "the Deployment to be gone",
                () -> existing("deployment", RELEASE).isEmpty());
        assertThat(existing(CONFIGURATIONS, RELEASE)).isEmpty();
        assertThat(existing("clusterrole", RELEASE)).isEmpty();
        assertThat(existing("crd", "multihomingpolicies.multihoming.dev")).isNotEmpty();
        assertThat(existing("multihomingpolicy", "audit-first")).isNotEmpty();
        assertThat(existing("namespace", "multihoming-system")).isNotEmpty();
    }

    @Test
    @Order(7)
    void isInstalledAgainOverWhatWasKept() {
        run("install", RELEASE);

        assertThat(existing("deployment", RELEASE)).isNotEmpty();
        assertThat(existing("multihomingpolicy", "audit-first")).isNotEmpty();
    }

    @Test
    @Order(8)
    void installsTheConsoleWithItsValueAndRemovesIt() {
        String console = "deployment,service,serviceaccount,networkpolicy";
        assertThat(existing(console, CONSOLE)).isEmpty();

        run("upgrade", RELEASE, "--reuse-values", "--set=console.enabled=true");
        assertThat(existing(console, CONSOLE).lines()).hasSize(4);
        assertThat(consoleArguments()).contains("console-server").doesNotContain("--allow-writes");

        run("upgrade", RELEASE, "--reuse-values", "--set=console.allowWrites=true");
        assertThat(consoleArguments()).contains("--allow-writes");

        run("upgrade", RELEASE, "--reuse-values", "--set=console.enabled=false");
        assertThat(existing(console, CONSOLE)).isEmpty();
        assertThat(existing("deployment", RELEASE)).isNotEmpty();
    }

    private String consoleArguments() {
        return kubectl.inNamespace("multihoming-system")
                .run("get", "deployment", CONSOLE, "--output=jsonpath={..args}")
                .orThrow("Reading");
    }

    private void run(String verb, String... arguments) {
        String[] command = Stream.of(
                        Stream.of(verb),
                        Stream.of(arguments).limit(1),
                        Stream.of(GeneratedChart.FOLDER.toString(), "--namespace=multihoming-system"),
                        Stream.of(arguments).skip(1))
                .flatMap(parts -> parts)
                .toArray(String[]::new);
        helm.run(command).orThrow("helm " + verb);
    }

    private String existing(String kinds, String name) {
        return kubectl.inNamespace("multihoming-system")
                .run("get", kinds, name, "--ignore-not-found", "--output=name")
                .orThrow("Looking for " + name);
    }

    private String conditions() {
        return kubectl.run(
                        "get",
                        "validatingwebhookconfiguration",
                        RELEASE,
                        "--output=jsonpath={.webhooks[*].matchConditions[*].name}")
                .orThrow("Reading");
    }

    private String trusted() {
        return kubectl.run(
                        "get",
                        "validatingwebhookconfiguration",
                        RELEASE,
                        "--output=jsonpath={.webhooks[0].clientConfig.caBundle}")
                .orThrow("Reading");
    }
}
