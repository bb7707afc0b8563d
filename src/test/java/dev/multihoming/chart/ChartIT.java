package dev.multihoming.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.multihoming.chart.Kustomize.Identity;
import dev.multihoming.chart.Variant.CertificateMode;
import dev.multihoming.chart.Variant.Part;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The chart beside kustomize, as the real helm renders it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartIT {
    private final Kustomize kustomize = Kustomize.find();
    private final Helm helm;

    ChartIT(@TempDir Path home) {
        var found = Helm.in(home);
        assumeTrue(found.isPresent(), "no Go to build helm with");
        helm = found.get();
    }

    @Test
    void isWhatKustomizeSays() throws IOException {
        Map<Path, String> generated = GeneratedChart.all(kustomize);
        for (Map.Entry<Path, String> file : generated.entrySet()) {
            assertThat(file.getKey())
                    .as("stale: run \"make docs\" and commit what changed")
                    .exists()
                    .content()
                    .isEqualTo(file.getValue());
        }
        assertThat(GeneratedChart.present()).as("left over").hasSameElementsAs(generated.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheWorkloadLikeKustomize(CertificateMode mode) {
        Map<Identity, JsonNode> expected = new LinkedHashMap<>(kustomize.objects("kustomize/crds"));
        expected.putAll(kustomize.objects(new Variant(mode, Part.WORKLOAD).folder()));

        assertThat(rendered("--set=certificate.mode=" + mode.overlay())).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheRegistrationLikeKustomizeInBothStages(CertificateMode mode) {
        for (Part part : List.of(Part.PROBE, Part.REGISTRATION)) {
            Map<Identity, JsonNode> expected =
                    new LinkedHashMap<>(kustomize.objects(new Variant(mode, Part.WORKLOAD).folder()));
            expected.putAll(kustomize.objects(new Variant(mode, part).folder()));

            assertThat(rendered(
                            "--set=certificate.mode=" + mode.overlay(),
                            "--set=crds.enabled=false",
                            "--set=registration.enabled=true",
                            "--set=registration.probe=" + (part == Part.PROBE)))
                    .containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheConsoleLikeKustomizeWithAndWithoutWrites(CertificateMode mode) {
        List<String> components = new ArrayList<>(List.of("kustomize/components/console"));
        if (mode == CertificateMode.CERT_MANAGER || mode == CertificateMode.OPENSHIFT) {
            components.add("kustomize/components/console/" + mode.overlay());
        }
        for (boolean writes : List.of(false, true)) {
            if (writes) {
                components.add("kustomize/components/console/writes");
            }
            Map<Identity, JsonNode> expected = kustomize.objects("kustomize/overlays/" + mode.overlay(), components);

            assertThat(rendered(
                            "--set=certificate.mode=" + mode.overlay(),
                            "--set=crds.enabled=false",
                            "--set=console.enabled=true",
                            "--set=console.allowWrites=" + writes))
                    .containsExactlyInAnyOrderEntriesOf(expected);
        }
    }

    @Test
    void theConsoleFollowsTheValuesForImageAndNodes() {
        JsonNode pod = console(
                        "--set=imagePullSecrets[0].name=mine,image.repository=registry.example/mh,image.pullPolicy=Never",
                        "--set=nodeSelector.disk=ssd,tolerations[0].operator=Exists",
                        "--set=console.resources.limits.memory=1Gi,replicas=3,extraEnv[0].name=X")
                .at("/spec/template/spec");
        assertThat(pod.at("/imagePullSecrets/0/name").asText()).isEqualTo("mine");
        assertThat(pod.at("/nodeSelector/disk").asText()).isEqualTo("ssd");
        assertThat(pod.at("/tolerations/0/operator").asText()).isEqualTo("Exists");
        JsonNode container = pod.at("/containers/0");
        assertThat(container.path("image").asText()).isEqualTo("registry.example/mh:" + Pom.version());
        assertThat(container.path("imagePullPolicy").asText()).isEqualTo("Never");
        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
        assertThat(container.has("env")).isFalse();
    }

    /// Its sessions are in the memory of one pod.
    @Test
    void theConsoleHasOneReplica() {
        assertThat(console("--set=replicas=3").at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void theImageIsWhatThePomNames() {
        assertThat(container().path("image").asText()).isEqualTo(Pom.image());
        String digest = "sha256:" + "0f".repeat(32);
        assertThat(container("--set=image.repository=registry.example/mh,image.digest=" + digest)
                        .path("image")
                        .asText())
                .isEqualTo("registry.example/mh@" + digest);
    }

    @Test
    void itsOwnNamespaceIsLeftToARelease() {
        assertThat(template("--namespace=multihoming-system").keySet())
                .extracting(Identity::kind)
                .contains("Deployment")
                .doesNotContain("Namespace");
    }

    /// With a value that is not the default's, for each; among them those that the overlay sets.
    @Test
    void everySettingBecomesOneVariableThatTheServerReads(@TempDir Path folder) throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        ObjectNode values = new ObjectMapper().createObjectNode();
        for (ChartSetting setting : ChartSetting.all()) {
            ObjectNode at = values.withObjectProperty("settings");
            for (String step : setting.path().subList(0, setting.path().size() - 1)) {
                at = at.withObjectProperty(step);
            }
            String key = setting.path().getLast();
            switch (setting.schema().path("type").asText()) {
                case "boolean" -> at.put(key, true);
                case "integer" -> at.put(key, 1234567);
                case "array" -> at.putArray(key).add("a").add("b");
                default -> at.put(key, "7");
            }
            expected.put(
                    setting.environment(),
                    switch (setting.schema().path("type").asText()) {
                        case "boolean" -> "true";
                        case "integer" -> "1234567";
                        case "array" -> "a,b";
                        default -> "7";
                    });
        }
        Path file = Files.writeString(folder.resolve("values.yaml"), values.toString());

        List<String> names = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        container("--set=certificate.mode=openshift", "--values=" + file)
                .path("env")
                .forEach(variable -> {
                    names.add(variable.path("name").asText());
                    variables.put(
                            variable.path("name").asText(),
                            variable.path("value").asText());
                });
        assertThat(names).doesNotHaveDuplicates();
        assertThat(variables).containsAllEntriesOf(expected);
        assertThat(expected).containsKeys("MULTIHOMING_INJECT_NODE_NEEDS", "MULTIHOMING_TLS_CHECK_INTERVAL");
    }

    @Test
    void emptyListsAndFalseAreSettingsToo() {
        assertThat(container("--set=settings.injectNodeNeeds=false", "--set-json=settings.networkOwners=[]")
                        .path("env"))
                .filteredOn(it -> it.path("name").asText().matches(".*(NEEDS|OWNERS)"))
                .extracting(it -> it.path("value").asText())
                .containsExactly("", "false");
    }

    @Test
    void whatAPodNeedsBesidesIsAddedWhereItBelongs() {
        JsonNode pod = deployment(
                        "--set=imagePullSecrets[0].name=mine,image.pullPolicy=Never,podAnnotations.a=b",
                        "--set=nodeSelector.disk=ssd,tolerations[0].operator=Exists,extraEnv[0].name=X",
                        "--set=extraVolumes[0].name=more,extraVolumeMounts[0].name=more,extraVolumeMounts[0].mountPath=/more")
                .at("/spec/template");
        assertThat(pod.at("/metadata/annotations/a").asText()).isEqualTo("b");
        assertThat(pod.at("/spec/imagePullSecrets/0/name").asText()).isEqualTo("mine");
        assertThat(pod.at("/spec/nodeSelector/disk").asText()).isEqualTo("ssd");
        assertThat(pod.at("/spec/tolerations/0/operator").asText()).isEqualTo("Exists");
        assertThat(pod.at("/spec/volumes"))
                .extracting(it -> it.path("name").asText())
                .contains("more");
        JsonNode container = pod.at("/spec/containers/0");
        assertThat(container.path("imagePullPolicy").asText()).isEqualTo("Never");
        assertThat(container.path("env"))
                .extracting(it -> it.path("name").asText())
                .contains("X");
        assertThat(container.path("volumeMounts"))
                .extracting(it -> it.path("mountPath").asText())
                .contains("/more", "/tmp");
    }

    @Test
    void theNotesSayWhatTheConsoleNeedsAndWhereItIs() {
        String secret = "create secret tls multihoming-console-tls";
        assertThat(notes("self-managed", true)).contains(secret, "port-forward service/multihoming-console");
        assertThat(notes("cert-manager", true)).contains("port-forward service/multihoming-console");
        assertThat(notes("openshift", true)).contains("get route multihoming-console", "kind: ConsoleLink");
        assertThat(notes("cert-manager", true) + notes("openshift", true)).doesNotContain(secret);
        assertThat(notes("self-managed", false)).contains("rollout status").doesNotContain("console");
    }

    private String notes(String mode, boolean console) {
        String installed = helm.run(
                        "install",
                        "multihoming-webhook",
                        GeneratedChart.FOLDER.toString(),
                        "--dry-run=client",
                        "--set=certificate.mode=" + mode,
                        "--set=console.enabled=" + console)
                .orThrow("Rendering the notes");
        return installed.substring(installed.lastIndexOf("NOTES:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificate.mode=letsencrypt",
                "settings.auditIntervall=1h",
                "settings.auditInterval=soon",
                "settings.maxNetworks=many",
                "settings.networkOwners=one",
                "settings.tls.checkIntervals=5s",
                "registration.enabled=yes",
                "console.enabled=yes",
                "console.replicas=2",
                "replica=3"
            })
    void theSchemaRefusesWhatTheServerWouldNotRead(String value) {
        var outcome = helm.run("template", "x", GeneratedChart.FOLDER.toString(), "--set=" + value);
        assertThat(outcome.succeeded()).as(value).isFalse();
        assertThat(outcome.stderr()).contains("schema");
    }

    @ParameterizedTest
    @CsvSource({"1.29.14, false", "1.30.0, true", "1.32.4-gke.100, true"})
    void theOldestKubernetesIsToldToHelm(String version, boolean taken) {
        assertThat(helm.run("template", "x", GeneratedChart.FOLDER.toString(), "--kube-version=" + version)
                        .succeeded())
                .isEqualTo(taken);
    }

    @Test
    void helmFindsNothingToRemark() {
        helm.run("lint", "--strict", GeneratedChart.FOLDER.toString()).orThrow("Checking the chart");
    }

    /// Of a release in another namespace than the webhook's. The annotation that keeps CRDs is Helm's own affair, and
    /// so is who manages the objects.
    private Map<Identity, JsonNode> rendered(String... flags) {
        Map<Identity, JsonNode> objects = template(Stream.concat(Stream.of("--namespace=default"), Stream.of(flags))
                .toArray(String[]::new));
        objects.forEach((identity, object) -> {
            managedByKustomize(object.at("/metadata/labels"));
            if (identity.kind().equals("Deployment")) {
                managedByKustomize(object.at("/spec/template/metadata/labels"));
            }
            if (identity.kind().equals("CustomResourceDefinition")) {
                JsonNode annotations = ((ObjectNode) object.path("metadata")).remove("annotations");
                assertThat(annotations.toString()).isEqualTo("{\"helm.sh/resource-policy\":\"keep\"}");
            }
        });
        return objects;
    }

    private static void managedByKustomize(JsonNode labels) {
        assertThat(((ObjectNode) labels).replace("app.kubernetes.io/managed-by", TextNode.valueOf("kustomize")))
                .isEqualTo(TextNode.valueOf("Helm"));
    }

    private Map<Identity, JsonNode> template(String... flags) {
        String[] command = Stream.concat(
                        Stream.of("template", "multihoming-webhook", GeneratedChart.FOLDER.toString()),
                        Stream.of(flags))
                .toArray(String[]::new);
        return Kustomize.parsed(helm.run(command).orThrow("Rendering the chart"));
    }

    private JsonNode container(String... flags) {
        return deployment(flags).at("/spec/template/spec/containers/0");
    }

    private JsonNode deployment(String... flags) {
        return deployment("multihoming-webhook", flags);
    }

    private JsonNode console(String... flags) {
        return deployment(
                "multihoming-console",
                Stream.concat(Stream.of("--set=console.enabled=true"), Stream.of(flags))
                        .toArray(String[]::new));
    }

    private JsonNode deployment(String name, String[] flags) {
        return template(flags).entrySet().stream()
                .filter(object -> object.getKey().kind().equals("Deployment"))
                .filter(object -> object.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
