package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.NetworkAttachmentCrd;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.WebhookConfigurations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The packaged command on a real API server with the webhook, whole and with one thing broken at a time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorIT {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String MULTUS = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: kube-multus-ds, namespace: kube-system}
            spec:
              selector: {matchLabels: {name: multus}}
              template:
                metadata: {labels: {name: multus}}
                spec:
                  containers:
                    - name: kube-multus
                      image: ghcr.io/k8snetworkplumbingwg/multus-cni:v4.3.0-thick
                      command: [/usr/src/multus-cni/bin/multus-daemon]
            """;

    private final Path home;
    private final Cluster cluster;
    private final Kubectl kubectl;
    private final InstalledWebhook webhook;

    DoctorIT(@TempDir Path home) {
        this.home = home;
        this.cluster = Cluster.start(home);
        this.kubectl = cluster.kubectl();
        this.webhook = InstalledWebhook.on(cluster.controlPlane(), home.resolve("webhook"));
    }

    @AfterAll
    void stop() {
        try (cluster;
                webhook) {
            assertThat(kubectl.run(
                                    "get",
                                    "pods,net-attach-def,deployments,mhp,mhx",
                                    "--all-namespaces",
                                    "--output=name")
                            .stdout())
                    .as("stored by dry runs")
                    .doesNotContain("multihoming-doctor");
        }
    }

    @BeforeAll
    void multusIsThere() {
        kubectl.apply(MULTUS).orThrow("Making Multus' DaemonSet");
    }

    @Test
    void aWholeInstallationHasNoProblems() {
        ProgramOutcome outcome = until(it -> it.succeeded() && it.stdout().contains("0 problems"));

        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout())
                .containsPattern("ok +NetworkAttachmentDefinitions +k8s.cni.cncf.io/v1 is served")
                .containsPattern("ok +policy CRDs +multihoming.dev/v1alpha1 is served")
                .containsPattern("ok +Multus +Version 4.3.0, thick plugin, DaemonSet kube-system/kube-multus-ds")
                .containsPattern("ok +validating webhooks +1\\d registered, with failurePolicy")
                .containsPattern("ok +mutating webhooks +2 registered, with failurePolicy")
                .containsPattern("ok +answer for networks .*denied \\(MH601\\), a harmless one is admitted")
                .containsPattern("ok +repair of networks +Missing defaults of a bridge are added")
                .containsPattern("ok +answer for pods .*denied \\(MH605\\), a harmless one is admitted")
                .containsPattern("ok +answer for workloads .*\\(MH605\\)")
                .containsPattern("ok +answer for policies .*denied \\(MH501\\), a harmless one is admitted")
                .containsPattern("ok +caBundle +The authorities will expire on 20")
                .containsPattern("ok +safety net +Not installed")
                .containsPattern("ok +policies +None. The built-in policy \"strict\" applies")
                .containsPattern("ok +other webhooks +No other webhook changes pods");
    }

    @Test
    void theReportIsJsonToo() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(multihoming(kubectl, "doctor", "-o", "json").stdout());

        assertThat(report.path("checks")).isNotEmpty();
        assertThat(report.path("problems").isInt()).isTrue();
    }

    @Test
    void withoutRightsItSaysWhatItCouldNotSee() throws IOException {
        kubectl.run("create", "namespace", "powerless").orThrow("Making a namespace");
        kubectl.run("create", "serviceaccount", "tenant", "--namespace=powerless")
                .orThrow("Making an account");
        Kubectl tenant = withToken(kubectl.run("create", "token", "tenant", "--namespace=powerless")
                .orThrow("Asking for a token")
                .strip());
        AtomicReference<String> report = new AtomicReference<>("");
        Eventually.holds("the API server to know the account", () -> {
            ProgramOutcome outcome = multihoming(tenant, "doctor", "--namespace=powerless");
            report.set(outcome.stdout() + outcome.stderr());
            return outcome.succeeded();
        });

        assertThat(report.get())
                .containsPattern("ok +NetworkAttachmentDefinitions ")
                .containsPattern("not permitted +Multus +You may not list DaemonSets")
                .containsPattern("not permitted +validating webhooks ")
                .containsPattern("not permitted +mutating webhooks ")
                .containsPattern(
                        "not permitted +answer for networks +You may not create network-attachment-definitions")
                .containsPattern("not permitted +answer for pods +You may not create pods in namespace powerless")
                .containsPattern("not permitted +serving certificate +You may not read the Secret")
                .containsPattern("not permitted +safety net ")
                .containsPattern("ok +policies +None")
                .containsPattern("not permitted +other webhooks ")
                .contains("0 problems, ");
    }

    @Test
    void aStoppedWebhookIsAProblem() {
        webhook.server().close();
        try {
            until(it -> it.stdout().matches("(?s).*problem +answer for networks +Nothing listens where.*")
                    && it.stdout().matches("(?s).*problem +answer for policies +An object that every policy denies.*")
                    && it.exitCode() == 1);
        } finally {
            webhook.replace(home.resolve("next"), Map.of());
        }
    }

    @Test
    void aForeignCaBundleIsAProblem() {
        String foreign = ServingCertificate.writeInto(home.resolve("foreign")).caBundle();
        WebhookConfigurations.shipped()
                .servedAt(webhook.server().port(), foreign)
                .apply(kubectl);
        try {
            until(it ->
                    it.stdout().matches("(?s).*problem +answer for pods +The registered caBundle does not lead to.*")
                            && it.exitCode() == 1);
        } finally {
            WebhookConfigurations.shipped().servedBy(webhook.server()).apply(kubectl);
        }
    }

    @Test
    void aDeletedRegistrationIsAProblem() {
        kubectl.run("delete", "validatingwebhookconfiguration", "multihoming-webhook")
                .orThrow("Deleting the registration");
        try {
            until(it -> it.stdout().matches("(?s).*problem +validating webhooks +None is registered.*bin/register.*")
                    && !it.stdout().contains("answer for")
                    && it.exitCode() == 1);
        } finally {
            WebhookConfigurations.shipped().servedBy(webhook.server()).apply(kubectl);
        }
    }

    @Test
    void aChangedRegistrationIsAWarning() {
        kubectl.run(
                        "patch",
                        "validatingwebhookconfiguration",
                        "multihoming-webhook",
                        "--type=json",
                        "--patch=[{\"op\": \"replace\", \"path\": \"/webhooks/0/failurePolicy\", \"value\": \"Ignore\"}]")
                .orThrow("Changing the registration");
        try {
            until(it -> it.stdout().contains("pods.validate.multihoming.dev failurePolicy Ignore (shipped: Fail)"));
        } finally {
            WebhookConfigurations.shipped().servedBy(webhook.server()).apply(kubectl);
        }
    }

    @Test
    void aMissingCrdIsAProblem() {
        kubectl.run("delete", "crd", "network-attachment-definitions.k8s.cni.cncf.io")
                .orThrow("Deleting the CRD");
        try {
            until(it ->
                    it.stdout().matches("(?s).*problem +NetworkAttachmentDefinitions +The CRD .* is not installed.*")
                            && it.exitCode() == 1);
        } finally {
            NetworkAttachmentCrd.install(kubectl);
        }
    }

    @Test
    void otherMutatorsAreNamed() {
        kubectl.apply("""
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: stranger}
                webhooks:
                  - name: networks.stranger.example
                    rules:
                      - {apiGroups: [k8s.cni.cncf.io], apiVersions: [v1], resources: [network-attachment-definitions], operations: ["*"]}
                      - {apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}
                    clientConfig: {url: "https://127.0.0.1:1/"}
                    failurePolicy: Ignore
                    sideEffects: None
                    admissionReviewVersions: [v1]
                """).orThrow("Registering another webhook");
        try {
            until(it -> it.stdout()
                            .matches("(?s).*warning +other webhooks +They change NetworkAttachmentDefinitions too:"
                                    + " networks.stranger.example.*")
                    && it.stdout().contains("They change pods too: networks.stranger.example"));
        } finally {
            kubectl.run("delete", "mutatingwebhookconfiguration", "stranger").orThrow("Removing it");
        }
    }

    /// The API server takes up registrations after a moment.
    private ProgramOutcome until(Predicate<ProgramOutcome> condition) {
        List<ProgramOutcome> outcomes = new ArrayList<>();
        try {
            Eventually.holds("the report to say so", () -> {
                outcomes.add(multihoming(kubectl, "doctor"));
                return condition.test(outcomes.getLast());
            });
        } catch (AssertionError e) {
            throw new AssertionError(outcomes.getLast().stdout(), e);
        }
        return outcomes.getLast();
    }

    private static ProgramOutcome multihoming(Kubectl user, String... arguments) {
        return new PackagedCommand(user).run(arguments);
    }

    private Kubectl withToken(String token) throws IOException {
        ObjectNode config = (ObjectNode) YAML.readTree(cluster.controlPlane().kubeconfigYaml());
        config.withArray("users")
                .forEach(user ->
                        ((ObjectNode) user).set("user", YAML.createObjectNode().put("token", token)));
        Path kubeconfig = Files.writeString(home.resolve("tenant.kubeconfig"), YAML.writeValueAsString(config));
        return new Kubectl(kubectl.program(), kubeconfig, List.of());
    }
}
