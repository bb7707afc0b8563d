package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

@OnControlPlane
class ControlPlaneIT {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: one
            spec:
              containers:
                - name: main
                  image: example.org/none
            """;

    @Test
    void aPodGetsAServiceAccountAndItsTokenAsInACluster(TestNamespace namespace, KubernetesClient client) {
        namespace.kubectl().apply(POD).orThrow("Creating a pod");
        var pod = client.pods().inNamespace(namespace.name()).withName("one").get();
        assertThat(pod.getSpec().getServiceAccountName()).isEqualTo("default");
        assertThat(pod.getSpec().getVolumes())
                .anyMatch(volume -> volume.getName().startsWith("kube-api-access-"));
    }

    @Test
    void aDeploymentWhosePodsAreRefusedSaysSoInAnEvent(Cluster cluster) {
        // Pod security admission refuses here, in the same way as a webhook does; other tests shall not meet it.
        try (var restricted = TestNamespace.create(cluster, "restricted")) {
            Kubectl kubectl = restricted.kubectl();
            kubectl.run("label", "namespace", restricted.name(), "pod-security.kubernetes.io/enforce=restricted")
                    .orThrow("Labelling the namespace");
            kubectl.run("create", "deployment", "web", "--image=example.org/none")
                    .orThrow("Creating a deployment");
            String[] messages = {
                "get", "events", "--field-selector=reason=FailedCreate", "--output=jsonpath={.items[*].message}"
            };
            Eventually.holds(
                    "an event about refused pods",
                    () -> kubectl.run(messages).stdout().contains("violates PodSecurity"));
        }
    }

    @Test
    void aServiceAccountMayDoNothingUntilItIsGrantedSomething(TestNamespace namespace) {
        Kubectl kubectl = namespace.kubectl();
        Kubectl asDefault = kubectl.asServiceAccount(namespace.name(), "default");
        assertThat(asDefault.run("get", "configmaps").stderr()).contains("Forbidden");
        kubectl.run(
                        "create",
                        "rolebinding",
                        "reader",
                        "--clusterrole=view",
                        "--serviceaccount=" + namespace.name() + ":default")
                .orThrow("Granting view");
        Eventually.holds(
                "the grant to take effect",
                () -> asDefault.run("get", "configmaps").succeeded());
    }

    @Test
    void aClassHasOneNamespace(TestNamespace first, TestNamespace second) {
        assertThat(first).isSameAs(second);
    }
}
