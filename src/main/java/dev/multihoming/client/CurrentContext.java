package dev.multihoming.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/// The cluster that kubectl would ask, for commands that a user waits for: nothing is tried again for long.
final class CurrentContext {
    static final int TIMEOUT_MILLIS = 10_000;

    private CurrentContext() {}

    /// Empty where the kubeconfig has no current context, or there is none.
    static Optional<KubernetesClient> client() {
        Config config = Config.autoConfigure(null);
        if (config.getCurrentContext() == null) {
            return Optional.empty();
        }
        Config patient = new ConfigBuilder(config)
                .withRequestTimeout(TIMEOUT_MILLIS)
                .withConnectionTimeout(TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
        return Optional.of(ClusterClient.of(patient));
    }
}
