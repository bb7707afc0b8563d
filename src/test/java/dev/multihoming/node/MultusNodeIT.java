package dev.multihoming.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.conformance.NeedsNetworkNamespaces;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The node of these tests itself: it attaches, it detaches, and nothing runs away from it.
@NeedsNetworkNamespaces
class MultusNodeIT {
    private static final String OBJECTS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: plain}
            spec: {config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1",
              "ipam": {"type": "host-local", "subnet": "10.50.0.0/24"}}'}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: runaway}
            spec: {config: '{"cniVersion": "1.0.0", "type": "multus", "kubeconfig": "/etc/cni/net.d/multus.d/multus.kubeconfig",
              "delegates": [{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br2"}]}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: good, annotations: {k8s.v1.cni.cncf.io/networks: plain}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: harmful, annotations: {k8s.v1.cni.cncf.io/networks: runaway}}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void itAttachesDetachesAndEndsWhatRunsAway(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home.resolve("plane"));
                MultusNode node = new MultusNode(cluster.controlPlane())) {
            Kubectl kubectl = cluster.kubectl().inNamespace("default");
            Eventually.holds(
                    "the service account",
                    () -> kubectl.run("get", "serviceaccount", "default").succeeded());
            kubectl.apply(OBJECTS).orThrow("creating the objects");
            node.renew(List.of());
            NodeAnswer added = node.add("default", "good", uid(kubectl, "good"));
            assertThat(added.error()).isEmpty();
            assertThat(added.interfaces()).containsExactly("eth0", "net1");
            assertThat(added.addresses("net1")).containsExactly("10.50.0.2/24");
            assertThat(added.defaultRoutes()).containsExactly("eth0");
            assertThat(kubectl.run("get", "pod", "good", "-o", "yaml").stdout()).contains("network-status");
            NodeAnswer deleted = node.del("default", "good", uid(kubectl, "good"));
            assertThat(deleted.error()).isEmpty();
            assertThat(deleted.interfaces()).isEmpty();

            node.renew(List.of());
            NodeAnswer harmed = node.add("default", "harmful", uid(kubectl, "harmful"));
            assertThat(harmed.run().stopped()).isTrue();
        }
    }

    private static String uid(Kubectl kubectl, String pod) {
        return kubectl.run("get", "pod", pod, "-o", "jsonpath={.metadata.uid}").orThrow("reading " + pod);
    }
}
