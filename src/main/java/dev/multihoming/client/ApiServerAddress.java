package dev.multihoming.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where an API server listens, and who vouches for it.
///
/// @param authority a PEM file with the certificates of its authorities
public record ApiServerAddress(URI server, Path authority) {
    /// As the kubelet tells every container, with or without a service account; empty outside a pod.
    public static Optional<URI> ofPod(Map<String, String> environment) {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of(URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port));
    }

    /// A client that knows the token and nothing of this machine.
    KubernetesClient client(String token) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server.toString())
                .withCaCertFile(authority.toString())
                // Also after a refusal the same: fabric8 would else look for another login.
                .withOauthTokenProvider(() -> token)
                .withRequestTimeout(CurrentContext.TIMEOUT_MILLIS)
                .withConnectionTimeout(CurrentContext.TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
        return ClusterClient.of(config);
    }
}
