package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The packaged command beside a real API server: it lists what is there, by the lists of the server.
@OnControlPlane
class LiveNetworksIT {
    private final TestNamespace namespace;
    private final Kubectl kubectl;

    LiveNetworksIT(TestNamespace namespace) {
        this.namespace = namespace;
        this.kubectl = namespace.kubectl();
    }

    @BeforeEach
    void networksAndTheirUsersAreThere() {
        kubectl.apply("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: storage}
                spec:
                  config: '{"cniVersion": "1.0.0", "name": "storage", "type": "bridge", "bridge": "br9", "vlan": 150, "ipam": {"type": "host-local", "subnet": "10.1.0.0/24"}}'
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: backup}
                spec:
                  config: '{"cniVersion": "1.0.0", "name": "backup", "type": "bridge", "bridge": "br9", "vlan": 150, "ipam": {"type": "host-local", "subnet": "10.1.0.0/25"}}'
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: database}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: database}}
                  template:
                    metadata:
                      labels: {app: database}
                      annotations: {k8s.v1.cni.cncf.io/networks: storage}
                    spec:
                      containers: [{name: app, image: registry.example/app:1}]
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: restore
                  annotations: {k8s.v1.cni.cncf.io/networks: storage}
                spec:
                  containers: [{name: app, image: registry.example/app:1}]
                """).orThrow("Making networks and their users");
    }

    @Test
    void networksOfTheClusterAreListed() throws IOException {
        ProgramOutcome listed = multihoming("networks", "-n", namespace.name(), "-o", "json");

        assertThat(listed.stderr()).isEmpty();
        JsonNode networks = new ObjectMapper().readTree(listed.stdout()).path("networks");
        assertThat(networks).hasSize(2);
        assertThat(networks.path(1).path("name").asText()).isEqualTo("storage");
        assertThat(networks.path(1).path("pods").asInt()).isOne();
        assertThat(networks.path(1).path("workloads").asInt()).isOne();
        assertThat(networks.path(1).at("/overlaps/0").asText()).isEqualTo(namespace.name() + "/backup");
        assertThat(multihoming("networks", "-n", namespace.name(), "--unused").stdout())
                .containsPattern(" backup +bridge")
                .doesNotContainPattern(" storage +bridge");
    }

    @Test
    void oneNetworkIsShown() {
        ProgramOutcome shown = multihoming("networks", namespace.name() + "/storage");

        assertThat(shown.stderr()).isEmpty();
        assertThat(shown.stdout())
                .startsWith("Network " + namespace.name() + "/storage\n")
                .containsPattern("\nPod +" + namespace.name() + " +restore +1\n")
                .containsPattern("\nReplicaSet +" + namespace.name() + " +database +0\n");
        assertThat(multihoming("networks", namespace.name() + "/gone").exitCode())
                .isEqualTo(2);
    }

    private ProgramOutcome multihoming(String... arguments) {
        return new PackagedCommand(kubectl).run(arguments);
    }
}
