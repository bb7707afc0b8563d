package dev.multihoming.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;

/// Clients of commands and of the console: each of one login, and all with the same threads.
final class ClusterClient {
    /// Each source of fabric8 has threads of its own, which end with the process and not with a client: a source for
    /// each client would add threads with each login and each page.
    private static final HttpClient.Factory HTTP = HttpClientUtils.getHttpClientFactory();

    private ClusterClient() {}

    static KubernetesClient of(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(HTTP)
                .withKubernetesSerialization(ClusterJson.serialization())
                .build();
    }
}
