package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// The labels of namespaces that the informer does not know yet, from the API server. Who sends reviews decides which
/// are asked for, so only a few are asked for at once, and none for a name that no namespace can have.
final class LiveLabels {
    private static final int AT_ONCE = 8;

    private final KubernetesClient client;
    private final Executor executor;
    private final Semaphore looks = new Semaphore(AT_ONCE);

    /// `executor` may block.
    LiveLabels(KubernetesClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    /// Empty where they are unknown.
    CompletionStage<Optional<Map<String, String>>> ask(String namespace) {
        if (!KubernetesNames.couldBeNamespace(namespace) || !looks.tryAcquire()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return CompletableFuture.supplyAsync(() -> look(namespace), executor)
                .exceptionally(_ -> Optional.empty())
                .whenComplete((_, _) -> looks.release());
    }

    private Optional<Map<String, String>> look(String namespace) {
        return Optional.ofNullable(client.namespaces().withName(namespace).get())
                .map(found -> found.getMetadata().getLabels());
    }
}
