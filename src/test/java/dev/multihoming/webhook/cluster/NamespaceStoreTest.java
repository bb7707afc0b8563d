package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamespaceStoreTest {
    private int changes;
    private final NamespaceStore store = new NamespaceStore(() -> changes++);

    @Test
    void namesAndLabelsAreKept() {
        put("tenant-a", Map.of("team", "a"), "");
        put("tenant-b", null, "");

        assertThat(store.labels()).isEqualTo(Map.of("tenant-a", Map.of("team", "a"), "tenant-b", Map.of()));
    }

    @Test
    void nothingElseIsKeptOrGivenBack() {
        put("tenant-a", Map.of("team", "a"), "x".repeat(1_000));

        assertThat(store.get("tenant-a")).isEqualTo(named("tenant-a"));
        assertThat(store.values()).containsExactly(named("tenant-a"));
        assertThat(store.keySet()).containsExactly("tenant-a");
        assertThat(store.get("tenant-b")).isNull();
    }

    @Test
    void whoeverFollowsIsToldOfNamesAndLabelsAlone() {
        put("tenant-a", Map.of("team", "a"), "");
        assertThat(changes).isOne();
        put("tenant-a", Map.of("team", "a"), "another annotation");
        assertThat(changes).isOne();
        put("tenant-a", Map.of("team", "b"), "");
        assertThat(changes).isEqualTo(2);
        store.remove("tenant-a");
        assertThat(changes).isEqualTo(3);
        store.remove("tenant-a");
        assertThat(changes).isEqualTo(3);
        assertThat(store.size()).isZero();
    }

    private void put(String name, @Nullable Map<String, String> labels, String annotation) {
        Namespace namespace = new NamespaceBuilder(named(name))
                .editMetadata()
                .withLabels(labels)
                .withAnnotations(Map.of("example.org/text", annotation))
                .endMetadata()
                .withNewSpec()
                .addToFinalizers("kubernetes")
                .endSpec()
                .build();
        assertThat(store.put(store.getKey(namespace), namespace)).isNull();
    }

    private static Namespace named(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }
}
