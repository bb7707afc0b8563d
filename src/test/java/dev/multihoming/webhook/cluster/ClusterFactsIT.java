package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.MultiNetworkPolicyCrd;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.quarkus.runtime.ShutdownEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the look at nodes and policies finds on a real API server, with the permissions that are shipped.
class ClusterFactsIT {
    private static final String ACCOUNT = "system:serviceaccount:multihoming-system:multihoming-webhook";

    @Test
    void whatNodesReportIsFoundOnceItIsThere(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home);
                KubernetesClient client = asTheShippedAccount(cluster)) {
            Kubectl kubectl = cluster.kubectl();
            // Also without the definitions of nmstate and of MultiNetworkPolicies, and before any permission.
            assertThat(look(client)).isEqualTo(ClusterFacts.NONE);

            kubectl.run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                    .orThrow("Applying the role");
            MultiNetworkPolicyCrd.install(kubectl);
            kubectl.apply(BundledText.read("/crds/cluster-facts.yaml")).orThrow("Installing the CRDs");
            // A CRD is served a moment after it is made.
            Eventually.holds(
                    "the objects",
                    () -> kubectl.apply(BundledText.read("/cluster-facts.yaml")).succeeded());
            kubectl.run(
                            "patch",
                            "node",
                            "node-a",
                            "--subresource=status",
                            "--patch={\"status\": {\"capacity\": {\"bridge.network.kubevirt.io/br1\": \"1k\", \"cpu\": \"4\"}}}")
                    .orThrow("Patching a node");

            ClusterFacts facts = look(client);
            assertThat(facts.links()).containsExactlyInAnyOrder("enp1s0", "br-data", "br-ex");
            assertThat(facts.bridges()).containsExactlyInAnyOrder("br1", "br-data");
            assertThat(facts.ovsBridges()).containsExactly("br-ex");
            assertThat(facts.advertisedBridges()).containsExactly("br1");
            assertThat(facts.namespacePolicies()).isEqualTo(Map.of("tenant-a", "default-deny"));
            assertThat(facts.undeployedPlugins())
                    .containsOnlyKeys("ovs", "macvtap", "kubevirt-passt-binding")
                    .containsEntry("ovs", "ovs");
            assertThat(facts.machineBindings()).isEqualTo(Map.of("kubevirt", Set.of("tenant-b/binding")));
            try (var webhook = InstalledWebhook.on(cluster.controlPlane(), home.resolve("webhook"))) {
                assertThat(webhook.server().port()).isPositive();
                developersAreTold(kubectl);
            }
        }
    }

    private static void developersAreTold(Kubectl kubectl) {
        Eventually.holds(
                "the first look of the packaged webhook",
                () -> network(kubectl, "br-dtaa").contains("MH229"));
        assertThat(network(kubectl, "br-dtaa")).contains("the closest name is \"br-data\"");
        assertThat(network(kubectl, "br-data")).doesNotContain("MH229", "MH230");
        assertThat(network(kubectl, "br1"))
                .contains("MH230", "k8s.v1.cni.cncf.io/resourceName: bridge.network.kubevirt.io/br1");
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: %s, annotations: {k8s.v1.cni.cncf.io/networks: blue}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """;
        assertThat(created(kubectl, pod.formatted("tenant-a"))).contains("MH121", "default-deny");
        assertThat(created(kubectl, pod.formatted("tenant-b"))).doesNotContain("MH121");
    }

    private static String network(Kubectl kubectl, String bridge) {
        return created(kubectl, """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: tenant-a}
                spec: {config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "%s"}'}
                """.formatted(bridge));
    }

    /// What kubectl says of it.
    private static String created(Kubectl kubectl, String object) {
        return kubectl.runWithInput(object, "create", "--dry-run=server", "--filename=-")
                .stderr();
    }

    private static KubernetesClient asTheShippedAccount(Cluster cluster) {
        Config account = new ConfigBuilder(
                        Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml()))
                .withImpersonateUsername(ACCOUNT)
                .build();
        return new KubernetesClientBuilder().withConfig(account).build();
    }

    /// By the watch that the server has.
    private static ClusterFacts look(KubernetesClient client) {
        FactsWatch watch = new FactsWatch(client, Duration.ofHours(1));
        watch.start(new ClusterStart());
        try {
            Eventually.holds("the first look", watch::hasLooked);
            return watch.last();
        } finally {
            watch.stop(new ShutdownEvent());
        }
    }
}
