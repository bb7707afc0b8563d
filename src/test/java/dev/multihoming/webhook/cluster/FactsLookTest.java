package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.client.ApiPages;
import dev.multihoming.core.review.ClusterFacts;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsLookTest {
    /// What is only warned of is forgotten: the nodes may have changed. KubeVirt's pods would be denied.
    @Test
    void ofTheLastLookAPermissionStaysWhileTheClusterDoesNotAnswer() {
        Map<String, Set<String>> bindings = Map.of("kubevirt", Set.of("tenant-b/binding"));
        ClusterFacts before =
                new ClusterFacts(Set.of("ens5"), Set.of("br1"), Set.of(), Set.of("br1"), Map.of(), Map.of(), bindings);
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl("https://127.0.0.1:1")
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build()) {
            assertThat(new FactsLook(new ApiPages(client), before).facts())
                    .isEqualTo(new ClusterFacts(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), bindings));
        }
    }
}
