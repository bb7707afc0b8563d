package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveLabelsTest {
    private static final int MANY = 500;

    private final List<Runnable> requests = new ArrayList<>();

    /// Of a server that does not answer.
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder()
                    .withMasterUrl("https://127.0.0.1:1")
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();

    private final LiveLabels labels = new LiveLabels(client, requests::add);

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/../b", "..", "A", "a b", "a?b", "a.b", "-a"})
    void whatNoNamespaceIsCalledIsNotAskedFor(String name) {
        assertThat(labels.ask(name)).isCompletedWithValue(Optional.empty());
        assertThat(requests).isEmpty();
    }

    @Test
    void fewAreAskedForAtOnce() {
        List<CompletionStage<Optional<Map<String, String>>>> replies = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            replies.add(labels.ask("invented-" + i));
        }
        assertThat(requests).hasSizeLessThan(10);
        requests.forEach(Runnable::run);
        assertThat(replies).allSatisfy(reply -> assertThat(reply).isCompletedWithValue(Optional.empty()));

        requests.clear();
        assertThat(labels.ask("another").toCompletableFuture()).isNotDone();
        assertThat(requests).hasSize(1);
    }
}
