package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.interception.ReviewRecorder.Call;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which requests about NADs cost a call. By the shipped configurations.
class NadInterceptionIT extends InterceptionTests {
    NadInterceptionIT(@TempDir Path home) {
        super(home);
    }

    @Test
    void aNadWithASpecIsRepairedAndJudgedWhenItIsNewOrItsSpecChanged() {
        create(nad(NAMESPACE, "blue", "{\"config\": \"{}\"}"));
        assertThat(nadCalls("blue")).containsExactly("/mutate CREATE", "/validate CREATE");
        assertThat(nadPatched("blue", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"))
                .isEmpty();
        assertThat(nadPatched("blue", "{\"spec\": {\"config\": \"{ }\"}}"))
                .containsExactly("/mutate UPDATE", "/validate UPDATE");
        assertThat(nadPatched("blue", "{\"spec\": null}")).containsExactly("/validate UPDATE");
        assertThat(nadPatched("blue", "{\"spec\": {}}")).containsExactly("/mutate UPDATE", "/validate UPDATE");
    }

    @Test
    void aNadThatGoesCostsACallUnlessItsNamespaceGoes() {
        create(nad(NAMESPACE, "goes", "{\"config\": \"{}\"}"));
        create(nad(NAMESPACE, "swept", "{\"config\": \"{}\"}"));
        recorder.forget();
        Kubectl sweeper = kubectl.as("system:serviceaccount:kube-system:namespace-controller");
        for (ProgramOutcome deleted : List.of(
                kubectl.run("delete", "network-attachment-definition", "goes", "-n", NAMESPACE),
                sweeper.run("delete", "network-attachment-definition", "swept", "-n", NAMESPACE))) {
            deleted.orThrow("Deleting");
        }

        assertThat(nadCalls("goes")).containsExactly("/validate DELETE");
        assertThat(nadCalls("swept")).isEmpty();
    }

    @Test
    void aNadWithoutASpecIsToldOfOnceAndCanBeAnnotated() {
        create(nad(NAMESPACE, "istio-cni", "null"));
        assertThat(nadCalls("istio-cni")).containsExactly("/validate CREATE");
        assertThat(nadPatched("istio-cni", "{\"metadata\": {\"annotations\": {\"a\": \"b\"}}}"))
                .isEmpty();
    }

    @Test
    void theDefaultNetworkOfOvnKubernetesIsOnlyJudgedAndNeverRepaired() {
        create(nad("openshift-ovn-kubernetes", "default", "{\"config\": \"{}\"}"));
        create(nad("openshift-ovn-kubernetes", "other", "{\"config\": \"{}\"}"));

        assertThat(recorder.callsFor("openshift-ovn-kubernetes", "default"))
                .containsExactly(new Call(
                        "/validate",
                        "CREATE",
                        "network-attachment-definitions",
                        "openshift-ovn-kubernetes",
                        "default"));
        assertThat(recorder.callsFor("openshift-ovn-kubernetes", "other")).hasSize(2);
    }

    /// The API server converts what is asked by another version of the API.
    @Test
    void anotherVersionOfTheApiIsNoWayAround() {
        String crd = "network-attachment-definitions.k8s.cni.cncf.io";
        String version = kubectl.run("get", "crd", crd, "--output=jsonpath={.spec.versions[0]}")
                .orThrow("Reading the CRD")
                .replace("\"name\":\"v1\"", "\"name\":\"v1beta1\"")
                .replace("\"storage\":true", "\"storage\":false");
        kubectl.run(
                        "patch",
                        "crd",
                        crd,
                        "--type=json",
                        "--patch=[{\"op\": \"add\", \"path\": \"/spec/versions/-\", \"value\": " + version + "}]")
                .orThrow("Serving another version");
        String manifest = nad(NAMESPACE, "by-v1beta1", "{\"config\": \"{}\"}").replace("/v1\n", "/v1beta1\n");
        Eventually.holds(
                "the other version to be served",
                () -> kubectl.runWithInput(manifest, "create", "--filename=-").succeeded());

        assertThat(nadCalls("by-v1beta1")).containsExactly("/mutate CREATE", "/validate CREATE");
    }

    @Test
    void systemNamespacesNeverWaitForUs() {
        create(nad("kube-system", "blue", "{\"config\": \"{}\"}"));

        assertThat(recorder.callsFor("kube-system", "blue")).isEmpty();
    }

    /// A condition that fails would refuse the object for a reason that nobody understands.
    @Test
    void objectsWithoutMetadataAreRefusedByTheApiServerAndNotByAConditionOfOurs() {
        String pods = "/api/v1/namespaces/" + NAMESPACE + "/pods";
        String nads = "/apis/k8s.cni.cncf.io/v1/namespaces/" + NAMESPACE + "/network-attachment-definitions";
        for (ProgramOutcome refused : List.of(
                post(pods, "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}"),
                post(nads, "{\"apiVersion\": \"k8s.cni.cncf.io/v1\", \"kind\": \"NetworkAttachmentDefinition\"}"),
                post(
                        "/api/v1/namespaces/" + NAMESPACE + "/bindings",
                        "{\"apiVersion\": \"v1\", \"kind\": \"Binding\", \"target\": {\"name\": \"node\"}}"))) {
            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.stderr()).doesNotContain("expression", "no such key");
        }
    }

    /// The name is made between mutation and validation.
    @Test
    void anObjectThatGetsItsNameFromTheServerIsRepairedWithoutOneAndJudgedWithIt() {
        String generated = nad(NAMESPACE, "x", "{\"config\": \"{}\"}").replace("name: x", "generateName: made-");
        String name = kubectl.runWithInput(generated, "create", "--output=jsonpath={.metadata.name}", "--filename=-")
                .orThrow("Creating");

        assertThat(nadCalls("")).containsExactly("/mutate CREATE");
        assertThat(nadCalls(name)).containsExactly("/validate CREATE");
    }
}
