package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.SegmentNetworks;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NadStoreTest {
    private final NadStore store = new NadStore();

    @Test
    void aNadIsFoundByNamespaceAndName() {
        put("tenant-a", "blue");

        assertThat(store.find(new NadRef("tenant-a", "blue"))).isPresent();
        assertThat(store.find(new NadRef("tenant-b", "blue"))).isEmpty();
        assertThat(store.find(new NadRef("tenant-a", "green"))).isEmpty();
    }

    @Test
    void namesAreThoseOfOneNamespace() {
        put("tenant-a", "blue");
        put("tenant-a", "green");
        put("tenant-b", "red");

        assertThat(store.names("tenant-a")).containsExactlyInAnyOrder("blue", "green");
        assertThat(store.names("tenant-c")).isEmpty();
    }

    @Test
    void aRemovedNadIsGone() {
        put("tenant-a", "blue");
        put("tenant-a", "green");
        store.remove("tenant-a/blue");
        store.remove("tenant-a/never-there");

        assertThat(store.find(new NadRef("tenant-a", "blue"))).isEmpty();
        assertThat(store.names("tenant-a")).containsExactly("green");
        assertThat(store.size()).isOne();
    }

    @Test
    void theNetworksOfASegmentAreThoseThatAreThereNow() {
        Segment cni0 = new Segment(Segment.Kind.BRIDGE, "cni0", List.of(new Segment.Vlans(0, 0)), "", false);
        put("tenant-a", "blue");
        put("tenant-a", "blue");
        put("tenant-b", "red");
        assertThat(store.networksOn(cni0).in(SegmentNetworks.Scope.ALL))
                .extracting(network -> network.ref().toString())
                .containsExactly("tenant-a/blue", "tenant-b/red");

        store.put("", nad("tenant-a", "blue", Map.of("config", "{\"type\": \"bridge\", \"vlan\": 7}")));
        assertThat(store.networksOn(cni0).in(SegmentNetworks.Scope.ALL))
                .extracting(network -> network.ref().toString())
                .containsExactly("tenant-b/red");

        store.remove("tenant-b/red");
        assertThat(store.networksOn(cni0).in(SegmentNetworks.Scope.ALL)).isEmpty();
    }

    @Test
    void aNetworkOfThatNameIsElsewhereWhileAnotherNamespaceHasIt() {
        String config = "{\"type\": \"bridge\", \"name\": \"a-b\"}";
        store.put("", nad("tenant-a", "blue", Map.of("config", config)));
        store.put("", nad("tenant-a", "red", Map.of("config", config)));
        assertThat(store.isNetworkElsewhere("bridge", "a-b", "tenant-a")).isFalse();
        assertThat(store.isNetworkElsewhere("bridge", "a.b", "tenant")).isTrue();
        assertThat(store.isNetworkElsewhere("bridge", "a.b", "tenant-b")).isTrue();
        assertThat(store.isNetworkElsewhere("bridge", "a", "tenant-b")).isFalse();
        assertThat(store.isNetworkElsewhere("macvlan", "a-b", "tenant-b")).isFalse();

        store.put("", nad("tenant-b", "blue", Map.of("config", config)));
        assertThat(store.isNetworkElsewhere("bridge", "a-b", "tenant-a")).isTrue();

        store.put("", nad("tenant-b", "blue", Map.of("config", "{\"type\": \"bridge\", \"name\": \"other\"}")));
        assertThat(store.isNetworkElsewhere("bridge", "a-b", "tenant-a")).isFalse();
        store.remove("tenant-b/blue");
        assertThat(store.isNetworkElsewhere("bridge", "other", "tenant-a")).isFalse();
    }

    @Test
    void whatTheInformerGetsBackHasTheKeyAndNoContent() {
        put("tenant-a", "blue");

        assertThat(store.values()).singleElement().satisfies(stub -> {
            assertThat(store.getKey(stub)).isEqualTo("tenant-a/blue");
            assertThat(stub.getAdditionalProperties()).isEmpty();
        });
        assertThat(store.keySet()).containsExactly("tenant-a/blue");
    }

    /// All of them are in memory at once, and their authors decide how long they are.
    @Test
    void namesThatNoNodeCanUseAreNotKept() {
        String longName = "x".repeat(60_000);
        store.put("", nad("tenant-a", "name", Map.of("config", "{\"name\": \"%s\"}".formatted(longName))));
        store.put("", nad("tenant-a", "type", Map.of("config", "{\"type\": \"%s\"}".formatted(longName))));
        store.put(
                "",
                nad(
                        "tenant-a",
                        "chain",
                        Map.of("config", "{\"plugins\": [%s {}]}".formatted("{\"type\": \"a\"},".repeat(4_000)))));

        assertThat(store.find(new NadRef("tenant-a", "name")))
                .hasValueSatisfying(nad -> assertThat(nad.networkName()).isEmpty());
        assertThat(store.find(new NadRef("tenant-a", "type")))
                .hasValueSatisfying(nad -> assertThat(nad.pluginTypes()).isEmpty());
        assertThat(store.find(new NadRef("tenant-a", "chain")))
                .hasValueSatisfying(nad -> assertThat(nad.pluginTypes()).hasSize(256));
    }

    @Test
    void aNadWithoutSpecConfigOrReadableConfigIsFoundWithoutPlugins() {
        store.put("", nad("tenant-a", "no-spec", null));
        store.put("", nad("tenant-a", "null-config", Map.of()));
        store.put("", nad("tenant-a", "number", Map.of("config", 7)));
        store.put("", nad("tenant-a", "no-object", "text"));
        store.put("", nad("tenant-a", "broken", Map.of("config", "{")));

        assertThat(store.names("tenant-a")).hasSize(5).allSatisfy(name -> {
            NadRef ref = new NadRef("tenant-a", name);
            assertThat(store.find(ref)).contains(new NadSummary(ref, "", List.of()));
        });
    }

    private void put(String namespace, String name) {
        GenericKubernetesResource nad = nad(namespace, name, Map.of("config", "{\"type\": \"bridge\"}"));
        store.put(store.getKey(nad), nad);
    }

    private static GenericKubernetesResource nad(String namespace, String name, @Nullable Object spec) {
        var nad = new GenericKubernetesResource();
        nad.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        if (spec != null) {
            nad.setAdditionalProperty("spec", spec);
        }
        return nad;
    }
}
