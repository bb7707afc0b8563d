package dev.multihoming.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The overlays for cert-manager and OpenShift with the console, checked by the real CRDs of both.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleVariantsIT {
    private static final String CONSOLE = "kustomize/components/console";

    private Cluster cluster;
    private Kubectl kubectl;

    @BeforeAll
    void start(@TempDir Path home) {
        var crds = ForeignCrds.find();
        assumeTrue(crds.isPresent(), "no Go to fetch the CRDs of cert-manager and OpenShift with");
        cluster = Cluster.start(home);
        kubectl = cluster.kubectl();
        ForeignCrds.installCertManager(kubectl, crds.get());
        ForeignCrds.installOpenShift(kubectl, crds.get());
        kubectl.run("apply", "--filename=kustomize/base/namespace.yaml").orThrow("Making our namespace");
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void certManagerTakesTheCertificates(@TempDir Path folder) throws IOException {
        assertThat(dryRun(folder, "cert-manager"))
                .contains("certificate.cert-manager.io/multihoming-console created")
                .contains("certificate.cert-manager.io/multihoming-webhook created")
                .contains("issuer.cert-manager.io/multihoming-webhook created")
                .contains("deployment.apps/multihoming-console created")
                .doesNotContainIgnoringCase("warning");
    }

    @Test
    void openShiftTakesTheRouteAndTheEntriesOfItsConsole(@TempDir Path folder) throws IOException {
        String outcome = dryRun(folder, "openshift");

        assertThat(outcome)
                .contains("route.route.openshift.io/multihoming-console created")
                .contains("consolequickstart.console.openshift.io/multihoming-second-network created")
                .contains("deployment.apps/multihoming-console created")
                .doesNotContainIgnoringCase("warning");
        assertThat(outcome.lines())
                .filteredOn(it -> it.startsWith("consoleyamlsample.console.openshift.io/"))
                .isNotEmpty();
    }

    /// As docs/console-in-cluster.md says to apply it.
    @Test
    void openShiftTakesTheLinkWithTheHostOfTheRoute() throws IOException {
        String link = Files.readString(Path.of(CONSOLE, "openshift/console-link.yaml"));

        assertThat(validated(link.replace("CONSOLE_HOST", "console.apps.example.com"))
                        .orThrow("Applying the link"))
                .contains("consolelink.console.openshift.io/multihoming-console created");
    }

    /// A CRD without a schema would take all of the above.
    @Test
    void theSchemasRefuseUnknownFields() throws IOException {
        String route = Files.readString(Path.of(CONSOLE, "openshift/route.yaml"));
        String certificate = Files.readString(Path.of(CONSOLE, "cert-manager/certificate.yaml"));

        assertThat(validated(route.replace("termination: reencrypt", "termination: again"))
                        .stderr())
                .contains("spec.tls.termination");
        assertThat(validated(certificate.replace("secretName:", "secret:")).stderr())
                .contains("unknown field \"spec.secret\"");
    }

    private String dryRun(Path folder, String mode) throws IOException {
        Path combined =
                Kustomize.combined(folder, "kustomize/overlays/" + mode, List.of(CONSOLE, CONSOLE + "/" + mode));
        ProgramOutcome outcome = kubectl.run(validating("--kustomize=" + combined));
        return outcome.orThrow("Applying the console for " + mode) + outcome.stderr();
    }

    private ProgramOutcome validated(String yaml) {
        return kubectl.runWithInput(yaml, validating("--filename=-"));
    }

    private static String[] validating(String what) {
        return new String[] {"apply", "--dry-run=server", "--validate=strict", what};
    }
}
