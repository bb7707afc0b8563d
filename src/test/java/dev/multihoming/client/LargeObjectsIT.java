package dev.multihoming.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of lists where somebody has stored objects that are as large as they may be.
@OnControlPlane
class LargeObjectsIT {
    private static final int COUNT = 30;
    private static final int BYTES = 1_000_000;
    private static final int PAGE = 250;

    /// What one read of a socket may bring. It is counted, and thrown away.
    private static final int PIECE = 64 << 10;

    private final Cluster cluster;
    private final KubernetesClient client;
    private final String namespace;
    /// Of each answer, how much of it arrived.
    private final List<AtomicLong> read = new CopyOnWriteArrayList<>();

    LargeObjectsIT(Cluster cluster, KubernetesClient client, TestNamespace namespace) {
        this.cluster = cluster;
        this.client = client;
        this.namespace = namespace.name();
    }

    @BeforeEach
    void create() {
        String text = "x".repeat(BYTES);
        try (var workers = Executors.newFixedThreadPool(4)) {
            names().forEach(name -> workers.execute(() -> client.configMaps()
                    .inNamespace(namespace)
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .addToLabels("large", "yes")
                            .endMetadata()
                            .withData(Map.of("text", text))
                            .build())
                    .create()));
        }
    }

    /// The tests of others share the API server.
    @AfterEach
    void delete() {
        client.configMaps().inNamespace(namespace).withLabel("large").delete();
    }

    @Test
    void allOfThemAreSeenOnceAndNoAnswerIsReadBeyondTheBound() throws IOException {
        int maxBytes = 4 << 20;
        assertThat(list(maxBytes)).isEqualTo(names());
        assertThat(read)
                .hasSizeGreaterThan(COUNT / 4)
                .allSatisfy(bytes -> assertThat(bytes.get()).isLessThanOrEqualTo(maxBytes + PIECE));
        // Those that were given up: of 250, 62, 15.
        assertThat(read).filteredOn(bytes -> bytes.get() > maxBytes).hasSize(3);
    }

    @Test
    void byTheBoundThatIsShippedToo() throws IOException {
        assertThat(list(ApiPages.MAX_BYTES)).isEqualTo(names());
        assertThat(read).allSatisfy(bytes -> assertThat(bytes.get()).isLessThanOrEqualTo(ApiPages.MAX_BYTES + PIECE));
        assertThat(read).filteredOn(bytes -> bytes.get() > ApiPages.MAX_BYTES).hasSize(2);
    }

    private List<String> list(int maxBytes) throws IOException {
        List<String> seen = new ArrayList<>();
        try (KubernetesClient counted = counted()) {
            new ApiPages(counted, Duration.ZERO, maxBytes)
                    .list(
                            "api/v1/namespaces/" + namespace + "/configmaps?labelSelector=large",
                            ApiPages.JSON,
                            PAGE,
                            System.nanoTime() + Eventually.PATIENCE.toNanos(),
                            object -> {
                                assertThat(object.at("/data/text").asText()).hasSize(BYTES);
                                seen.add(object.at("/metadata/name").asText());
                            });
        }
        return seen;
    }

    private KubernetesClient counted() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml()))
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("counted", new Interceptor() {
                    @Override
                    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
                            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
                        AtomicLong bytes = new AtomicLong();
                        read.add(bytes);
                        return (pieces, body) -> {
                            pieces.forEach(piece -> bytes.addAndGet(piece.remaining()));
                            consumer.consume(pieces, body);
                        };
                    }
                }))
                .build();
    }

    private static List<String> names() {
        return IntStream.range(0, COUNT).mapToObj("large-%02d"::formatted).toList();
    }
}
