package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `check` says of policies and exemptions what the API server says by their CRD, and no more. The webhook is not
/// asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicySchemaIT {
    private final Cluster cluster;
    private final Kubectl kubectl;
    private final Path folder;

    PolicySchemaIT(@TempDir Path home) {
        folder = home;
        cluster = Cluster.start(home.resolve("plane"));
        kubectl = cluster.kubectl();
        kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing the CRDs");
        kubectl.run("wait", "--for=condition=Established", "crd/multihomingpolicies.multihoming.dev")
                .orThrow("Waiting for the CRDs");
        kubectl.run("wait", "--for=condition=Established", "crd/multihomingexemptions.multihoming.dev")
                .orThrow("Waiting for the CRDs");
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{limits: }",
                "{limits: {networksPerPod: , pluginTypes: }}",
                "{rules: {MH105: }}",
                "{rules: {MH105: 'Off', '*': Warn}}",
                "{rules: {MH105: null, '*': Warn}, templates: Enforce}",
                "{priority: 4.0}",
                "{priority: -1000, namespaces: [tenant-a], interfaceNaming: Preserve}",
                "{limits: {networksPerPod: 0, vlans: ['100-199'], segments: [br1/100-199]}, sharedSegments: [br1/*]}",
                "{namespaceSelector: {matchLabels: {team: blue}}}",
                "{namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [blue]}]}}",
                "{defaults: {mode: Inject, bridge: {vlan: 0}}}",
            })
    void aPolicyThatTheApiServerTakes(String spec) throws IOException {
        isTaken("MultiHomingPolicy", spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "text",
                "{priorty: 1}",
                "{priorty: }",
                "{priority: '1'}",
                "{priority: 1.5}",
                "{priority: 99999999}",
                "{limits: []}",
                "{limits: {networksPerPod: 65}}",
                "{limits: {networksPerPod: -1}}",
                "{limits: {networksPerPod: true}}",
                "{limits: {plugins: [bridge]}}",
                "{limits: {pluginTypes: bridge}}",
                "{namespaces: [null]}",
                "{limits: {pluginTypes: [1]}}",
                "{limits: {pluginTypes: [{}]}}",
                "{rules: {MH105: Off}}",
                "{rules: {MH105: enforce}}",
                "{rules: {MH105: ''}}",
                "{rules: [MH105]}",
                "{templates: 'Off'}",
                "{interfaceNaming: normalize}",
                "{namespaceSelector: {matchExpressions: [{key: team, operator: in}]}}",
                "{namespaceSelector: {matchExpressions: [{operator: Exists}]}}",
                "{namespaceSelector: {matchLabel: {team: blue}}}",
                "{defaults: {mode: inject}}",
                "{defaults: {bridge: {vlan: 5000}}}",
            })
    void aPolicyThatTheApiServerRefuses(String spec) throws IOException {
        isRefused("MultiHomingPolicy", spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z'}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z', requesters: ,"
                        + " objects: [{kind: Pod, name: web, namePrefix: }]}",
            })
    void anExemptionThatTheApiServerTakes(String spec) throws IOException {
        isTaken("MultiHomingExemption", spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{rules: [MH105], namespaces: [a], reason: , owner: o, expires: '2099-01-01T00:00:00Z'}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01'}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: 2099}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: \"2099-01-01T00:00:00Z\\n\"}",
                "{rules: MH105, namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z'}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z', objects: [null]}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z',"
                        + " objects: [{name: web}]}",
                "{rules: [MH105], namespaces: [a], reason: r, owner: o, expires: '2099-01-01T00:00:00Z',"
                        + " requesters: {user: [dana]}}",
            })
    void anExemptionThatTheApiServerRefuses(String spec) throws IOException {
        isRefused("MultiHomingExemption", spec);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{generateName: x-}",
                "{name: a.b-c, labels: {team: blue, app: }, annotations: }",
                "{name: a, namespace: b}",
            })
    void metadataThatTheApiServerTakes(String metadata) throws IOException {
        isTaken("apiVersion: multihoming.dev/v1alpha1\nkind: MultiHomingPolicy\nmetadata: %s\nspec: {}\n"
                .formatted(metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{name: }",
                "{name: ''}",
                "{name: A}",
                "{name: a_b}",
                "{name: a..b}",
                "{name: 1}",
                "{name: true}",
                "{name: a, labels: {team: 1}}",
                "{name: a, labels: []}",
                "{name: a, annotations: {team: [a]}}",
            })
    void metadataThatTheApiServerRefuses(String metadata) throws IOException {
        isRefused("apiVersion: multihoming.dev/v1alpha1\nkind: MultiHomingPolicy\nmetadata: %s\nspec: {}\n"
                .formatted(metadata));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha1 MultihomingPolicy", "v1 MultiHomingPolicy", "v1alpha1 MultiHomingPolicies"})
    void kindsThatTheApiServerDoesNotKnow(String kind) throws IOException {
        String[] parts = kind.split(" ", -1);
        isRefused("apiVersion: multihoming.dev/%s\nkind: %s\nmetadata: {name: a}\nspec: {}\n"
                .formatted(parts[0], parts[1]));
    }

    private void isTaken(String kind, String spec) throws IOException {
        isTaken(object(kind, spec));
    }

    private void isTaken(String object) throws IOException {
        assertThat(create(object).stderr()).isEmpty();
        assertThat(check(object)).doesNotContain("invalid-field");
    }

    private void isRefused(String kind, String spec) throws IOException {
        isRefused(object(kind, spec));
    }

    private void isRefused(String object) throws IOException {
        assertThat(create(object).succeeded()).isFalse();
        assertThat(check(object)).contains("denied: invalid-field");
    }

    private static String object(String kind, String spec) {
        return "apiVersion: multihoming.dev/v1alpha1\nkind: %s\nmetadata: {name: a}\nspec: %s\n".formatted(kind, spec);
    }

    private ProgramOutcome create(String object) {
        return kubectl.runWithInput(object, "create", "--dry-run=server", "--filename=-");
    }

    private String check(String object) throws IOException {
        return CommandRun.of(
                        "check",
                        Files.writeString(folder.resolve("object.yaml"), object).toString())
                .out();
    }
}
