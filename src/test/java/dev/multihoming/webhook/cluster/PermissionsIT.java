package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Test;

@OnControlPlane
class PermissionsIT {
    @Test
    void theShippedRoleIsEnoughForInformersAndLookups(Cluster cluster, TestNamespace namespace) {
        cluster.kubectl()
                .run("apply", "--filename=kustomize/base/namespace.yaml", "--filename=kustomize/base/rbac.yaml")
                .orThrow("Applying the role");
        Config account = new ConfigBuilder(
                        Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml()))
                .withImpersonateUsername("system:serviceaccount:multihoming-system:multihoming-webhook")
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(account).build();
                var directory = RunningDirectory.start(client)) {
            Eventually.holds("readiness", directory::isReady);

            Eventually.holds("the watch", () -> directory.gauge("multihoming.nads.watching") == 1);
            assertThat(directory.lookup(new NadRef(namespace.name(), "missing")))
                    .isEqualTo(new Lookup.Absent());
            assertThat(directory
                            .networks
                            .users(new NadRef(namespace.name(), "missing"), true)
                            .toCompletableFuture()
                            .join())
                    .isEqualTo(NetworkUsers.NONE);
        }
    }
}
