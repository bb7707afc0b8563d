package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.client.ClusterJson;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import jakarta.inject.Singleton;

/// For the client that Quarkus makes, and with it every informer.
@Singleton
final class ClusterJsonCustomizer implements KubernetesClientObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        ClusterJson.withoutKeyTable(mapper);
    }
}
