package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped manifests, rendered by kubectl and taken by a real API server.
/// On a control plane of its own: the webhook configurations name a Service that nobody serves there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KustomizeIT {
    private static final String ACCOUNT_NAMESPACE = "multihoming-system";
    private static final String ACCOUNT = "multihoming-webhook";
    private static final List<String> CONFIGURATIONS =
            List.of("validatingwebhookconfiguration", "mutatingwebhookconfiguration");

    private final Cluster cluster;
    private final Kubectl kubectl;

    KustomizeIT(@TempDir Path home) {
        cluster = Cluster.start(home);
        kubectl = cluster.kubectl();
    }

    @BeforeAll
    void apply() {
        // Strict: a field that the API server does not know is a mistake and not merely dropped.
        for (String folder : List.of("crds", "base", "registration")) {
            kubectl.run("apply", "--validate=strict", "--kustomize=kustomize/" + folder)
                    .orThrow("Applying " + folder);
        }
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kustomize/registration",
                "kustomize/overlays/self-managed/registration",
                "kustomize/overlays/self-made/registration",
                "kustomize/overlays/cert-manager/registration",
                "kustomize/overlays/openshift/registration"
            })
    void everyVariantRendersWithBothConfigurationsAsShipped(String folder) throws IOException {
        List<JsonNode> objects = objectsIn(render(folder));

        for (String kind : List.of("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration")) {
            String shipped = kind.startsWith("V") ? "validating.yaml" : "mutating.yaml";
            assertThat(objects)
                    .filteredOn(object -> object.path("kind").asText().equals(kind))
                    .singleElement()
                    .extracting(object -> withoutPlatformCondition(object.path("webhooks")))
                    .isEqualTo(new YAMLMapper()
                            .readTree(Path.of("webhook-config", shipped).toFile())
                            .path("webhooks"));
        }
    }

    /// The one thing that a variant changes: OpenShift's, for its own namespaces.
    private static JsonNode withoutPlatformCondition(JsonNode webhooks) {
        for (JsonNode webhook : webhooks) {
            ((ObjectNode) webhook)
                    .withArray("matchConditions")
                    .removeIf(condition -> condition.path("name").asText().equals("not-of-the-platform"));
            if (webhook.path("matchConditions").isEmpty()) {
                ((ObjectNode) webhook).remove("matchConditions");
            }
        }
        return webhooks;
    }

    /// Tried as a Pod: a Deployment that violates the namespace's standard is only warned about.
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/self-managed", "overlays/cert-manager", "overlays/openshift"})
    void everyPodTemplateIsARestrictedPod(String variant) throws IOException {
        JsonNode template = objectsIn(render("kustomize/" + variant)).stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template");
        ObjectNode pod = new YAMLMapper().createObjectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        pod.set("metadata", template.path("metadata"));
        ((ObjectNode) pod.path("metadata")).put("name", "tried");
        pod.set("spec", template.path("spec"));
        // Nothing else makes one where there are no controllers.
        kubectl.inNamespace(ACCOUNT_NAMESPACE).run("create", "serviceaccount", ACCOUNT);
        var outcome = kubectl.inNamespace(ACCOUNT_NAMESPACE)
                .runWithInput(pod.toString(), "create", "--dry-run=server", "--filename=-");
        assertThat(outcome.succeeded()).as(outcome.stderr()).isTrue();
        assertThat(outcome.stderr()).doesNotContain("PodSecurity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base",
                "overlays/self-managed",
                "overlays/self-managed/probe",
                "overlays/self-managed/registration",
                "overlays/cert-manager/probe",
                "overlays/cert-manager/registration",
                "overlays/openshift",
                "overlays/openshift/probe",
                "overlays/openshift/registration"
            })
    void everyVariantIsTakenWhole(String variant) {
        kubectl.run("apply", "--dry-run=server", "--validate=strict", "--kustomize=kustomize/" + variant)
                .orThrow("Applying " + variant);
    }

    /// The CRD's schema knows every rule and field that they name.
    @ParameterizedTest
    @ValueSource(strings = {"strict", "openshift", "telco", "audit-first"})
    void everyReadyMadePolicyIsTaken(String name) {
        kubectl.run(
                        "apply",
                        "--validate=strict",
                        "--dry-run=server",
                        "--filename=kustomize/components/policies/" + name + "/policy.yaml")
                .orThrow("Applying " + name);
    }

    /// kubectl asks the API server what would change, by a dry run.
    @ParameterizedTest
    @ValueSource(strings = {"crds", "base", "registration"})
    void applyingAgainWouldChangeNothing(String folder) {
        assertThat(kubectl.run("diff", "--kustomize=kustomize/" + folder).stdout())
                .isEmpty();
    }

    /// What does not make the API server ask anything cannot reject anything.
    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/self-managed", "overlays/cert-manager", "overlays/openshift"})
    void noWorkloadRegistersWebhooksOrBringsCrds(String folder) throws IOException {
        assertThat(objectsIn(render("kustomize/" + folder)))
                .extracting(object -> object.path("kind").asText())
                .contains("Deployment")
                .noneMatch(kind -> kind.endsWith("WebhookConfiguration") || kind.equals("CustomResourceDefinition"));
    }

    /// Strict and the net in one kustomization, beside the workload; in either order.
    @ParameterizedTest
    @ValueSource(strings = {"policies/strict, safety-net", "safety-net, policies/strict"})
    void strictAndTheSafetyNetFitIntoOneKustomization(String components) throws IOException {
        // kustomize takes folders by relative paths only.
        Path installation = Files.createTempDirectory(Path.of("target"), "strict-");
        Files.writeString(installation.resolve("kustomization.yaml"), """
                resources: [../../kustomize/overlays/self-managed]
                components: [%s]
                """.formatted(
                        components.replaceAll("([a-z/-]+)", "../../kustomize/components/$1")));
        String applied = kubectl.run("apply", "--validate=strict", "--dry-run=server", "--kustomize=" + installation)
                .orThrow("Applying strict and the net");
        assertThat(applied)
                .contains("multihomingpolicy.multihoming.dev/strict created")
                .contains(
                        "validatingadmissionpolicybinding.admissionregistration.k8s.io/multihoming-safety-net created");
    }

    /// A default that is written where the API server leaves it out, or left out where it writes it, is a
    /// difference for ever to tools that compare what is there with what is in Git. (kubectl always sends a
    /// budget's selector.)
    @Test
    void nothingIsToldInOtherWordsThanTheApiServers() {
        assertThat(kubectl.run("apply", "--kustomize=kustomize/base").stdout().lines())
                .isNotEmpty()
                .filteredOn(line -> !line.startsWith("poddisruptionbudget.policy/"))
                .allMatch(line -> line.endsWith(" unchanged"));
    }

    @Test
    void thePodsSatisfyTheRestrictedPodSecurityStandard() {
        if (!cluster.hasControllers()) {
            return;
        }
        Eventually.holds(
                "two pods of the Deployment",
                () -> kubectl.inNamespace(ACCOUNT_NAMESPACE)
                                .run("get", "pods", "--output=name")
                                .stdout()
                                .lines()
                                .count()
                        == 2);
    }

    @Test
    void theServiceAccountMayReadNadsAndSeeTheirCrd() {
        Kubectl account = kubectl.asServiceAccount(ACCOUNT_NAMESPACE, ACCOUNT);
        String crd = "network-attachment-definitions.k8s.cni.cncf.io";

        assertThat(account.run("get", crd, "--all-namespaces").succeeded()).isTrue();
        assertThat(account.run("get", "crd", "--field-selector=metadata.name=" + crd)
                        .succeeded())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "get, multihomingpolicies, yes",
        "list, multihomingexemptions, yes",
        "create, multihomingexemptions, no",
        "delete, multihomingpolicies, no"
    })
    void everybodyMayReadPoliciesAndNobodyWritesThem(String verb, String resource, String answer) {
        kubectl.run("create", "clusterrolebinding", "tenant", "--clusterrole=admin", "--user=tenant");
        assertThat(kubectl.as("tenant")
                        .run("auth", "can-i", verb, resource + ".multihoming.dev")
                        .stdout())
                .startsWith(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "get, pods",
        "watch, secrets",
        "delete, pods",
        "patch, namespaces",
        "update, multihomingpolicies",
        "get, secrets",
        "list, customresourcedefinitions",
        "create, network-attachment-definitions",
        "update, network-attachment-definitions",
        "patch, validatingwebhookconfigurations"
    })
    void theServiceAccountMayNotDoMore(String verb, String resource) {
        assertThat(kubectl.asServiceAccount(ACCOUNT_NAMESPACE, ACCOUNT)
                        .run("auth", "can-i", verb, resource, "--all-namespaces")
                        .stdout()
                        .strip())
                .isEqualTo("no");
    }

    @Test
    void theDefaultCertificateIsWhereTheDeploymentMountsIt() throws IOException {
        JsonNode container = objectsIn(render("kustomize/base")).stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow()
                .at("/spec/template/spec/containers/0");

        String mounted = container.at("/volumeMounts/0/mountPath").asText();
        assertThat(container.path("env"))
                .filteredOn(variable -> variable.path("name").asText().startsWith("MULTIHOMING_TLS_"))
                .hasSize(2)
                .allSatisfy(
                        variable -> assertThat(variable.path("value").asText()).startsWith(mounted + "/tls."));
    }

    @Test
    void theSelfMadeCertificateIsSignedByWhatTheConfigurationsTrust() throws Exception {
        Certificate before = null;
        for (int run = 1; run <= 4; run++) {
            if (run == 4) {
                // Somebody broke the glass and mended it: only the Secret knows what replicas still serve.
                kubectl.run("delete", String.join(",", CONFIGURATIONS), ACCOUNT).orThrow("Breaking the glass");
                kubectl.run("apply", "--kustomize=kustomize/registration").orThrow("Mending it");
            }
            runSelfMade();
            Certificate serving = certificatesIn(
                            inOutput("get", "secret", ACCOUNT + "-tls", "--output=jsonpath={.data.tls\\.crt}"))
                    .getFirst();
            for (String kind : CONFIGURATIONS) {
                List<Certificate> trusted = certificatesIn(
                        inOutput("get", kind, ACCOUNT, "--output=jsonpath={.webhooks[-1:].clientConfig.caBundle}"));
                // The authority of this run, and the one before it.
                assertThat(trusted).hasSize(Math.min(run, 2));
                serving.verify(trusted.getFirst().getPublicKey());
                if (before != null) {
                    before.verify(trusted.getLast().getPublicKey());
                }
            }
            before = serving;
        }
    }

    private void runSelfMade() throws IOException, InterruptedException {
        var process = new ProcessBuilder("certs/self-made").redirectErrorStream(true);
        String path = kubectl.program().getParent() + File.pathSeparator + System.getenv("PATH");
        process.environment().put("PATH", path);
        process.environment().put("KUBECONFIG", kubectl.kubeconfig().toString());
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
    }

    private String inOutput(String... arguments) {
        return kubectl.inNamespace(ACCOUNT_NAMESPACE).run(arguments).orThrow("Reading");
    }

    private static List<Certificate> certificatesIn(String base64) throws CertificateException {
        var pem = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
        return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem));
    }

    private String render(String folder) {
        return kubectl.run("kustomize", folder).orThrow("Rendering " + folder);
    }

    private static List<JsonNode> objectsIn(String yaml) throws IOException {
        try (var documents = new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        }
    }
}
