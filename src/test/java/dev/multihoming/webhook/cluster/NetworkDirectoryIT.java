package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnControlPlane
class NetworkDirectoryIT {
    private static final int MANY = 2_000;

    /// Legal as it stands, since the webhook of another test may look at it.
    private static final String BRIDGE = "{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\"}";

    private final KubernetesClient client;
    private final String namespace;
    private final RunningDirectory directory;

    NetworkDirectoryIT(KubernetesClient client, TestNamespace namespace) {
        this.client = client;
        this.namespace = namespace.name();
        this.directory = RunningDirectory.start(client);
    }

    @BeforeEach
    void waitUntilReady() {
        Eventually.holds("readiness", directory::isReady);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void aNadWithoutAnnotationsBecomesKnownAndThenCostsNoRequest() {
        NadRef ref = create("plain", BRIDGE);
        Eventually.holds("the informer to know the NAD", () -> directory.knows(ref));

        for (int i = 0; i < 100; i++) {
            assertThat(directory.lookup(ref)).isInstanceOf(Lookup.Found.class);
        }
        assertThat(directory.networks.names(namespace)).contains("plain");
        assertThat(directory.lookups(LookupOutcome.FOUND)).isZero();
    }

    @Test
    void aNadCreatedAMomentAgoCounts() {
        for (int i = 0; i < 10; i++) {
            NadRef ref = create("new-" + i, BRIDGE);

            assertThat(directory.lookup(ref)).as(ref.name()).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void whatTheInformerDoesNotKnowTheApiServerIsAskedFor() {
        NadRef ref = create("asked", BRIDGE);
        try (var blind = RunningDirectory.withoutInformer(client)) {
            assertThat(blind.lookup(ref)).isInstanceOf(Lookup.Found.class);
            assertThat(blind.lookups(LookupOutcome.FOUND)).isOne();
        }
    }

    @Test
    void aMissingNadIsAbsentAndOneRequestTellsForASecond() {
        NadRef missing = new NadRef(namespace, "missing");

        assertThat(directory.lookup(missing)).isEqualTo(new Lookup.Absent());
        assertThat(directory.networks.known(missing)).contains(new Lookup.Absent());
        assertThat(directory.lookups(LookupOutcome.ABSENT)).isOne();
    }

    @Test
    void aNadCreatedAfterItWasFoundMissingIsKnownAtOnce() {
        NadRef ref = new NadRef(namespace, "late");
        assertThat(directory.lookup(ref)).isEqualTo(new Lookup.Absent());
        create("late", BRIDGE);

        Eventually.holds("the informer's word to count", () -> directory.knows(ref));
    }

    @Test
    void aNamespaceThatDoesNotExistHoldsNoNads() {
        assertThat(directory.lookup(new NadRef("no-such-namespace", "blue"))).isEqualTo(new Lookup.Absent());
    }

    @Test
    void aDeletedNadIsForgotten() {
        NadRef ref = create("deleted", BRIDGE);
        Eventually.holds("the informer to know the NAD", () -> directory.knows(ref));
        client.genericKubernetesResources(NetworkAttachmentDefinitions.RESOURCE)
                .inNamespace(namespace)
                .withName("deleted")
                .delete();

        Eventually.holds("the NAD to be absent", () -> directory.lookup(ref).equals(new Lookup.Absent()));
        assertThat(directory.networks.names(namespace)).doesNotContain("deleted");
    }

    @Test
    void aFloodOfMissingNamesIsRefusedAndChangesNothingForKnownNads() {
        NadRef known = create("known", BRIDGE);
        Eventually.holds("the informer to know the NAD", () -> directory.knows(known));
        IntStream.range(0, 1_000)
                .mapToObj(i -> directory.networks.ask(new NadRef(namespace, "invented-" + i)))
                .forEach(answer -> answer.toCompletableFuture().join());

        assertThat(directory.lookups(LookupOutcome.REFUSED)).isGreaterThan(500);
        assertThat(directory.lookup(known)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void thousandsOfNadsAreListedInPagesAndAllKnown() {
        try (var workers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, MANY).forEach(i -> workers.execute(() -> create("many-" + i, BRIDGE)));
        }
        try (var restarted = RunningDirectory.start(client)) {
            Eventually.holds("readiness", restarted::isReady);

            assertThat(restarted.networks.names(namespace)).hasSizeGreaterThanOrEqualTo(MANY);
            assertThat(restarted.gauge("multihoming.nads.known")).isGreaterThanOrEqualTo(MANY);
            assertThat(restarted.lookup(new NadRef(namespace, "many-0"))).isInstanceOf(Lookup.Found.class);
            assertThat(restarted.lookups(LookupOutcome.FOUND)).isZero();
        }
        Eventually.holds(
                "the running informer to know them all",
                () -> directory.networks.names(namespace).size() >= MANY);
    }

    private NadRef create(String name, String config) {
        var nad = new GenericKubernetesResource();
        nad.setApiVersion("k8s.cni.cncf.io/v1");
        nad.setKind("NetworkAttachmentDefinition");
        nad.setMetadata(new ObjectMetaBuilder().withName(name).build());
        nad.setAdditionalProperty("spec", Map.of("config", config));
        client.genericKubernetesResources(NetworkAttachmentDefinitions.RESOURCE)
                .inNamespace(namespace)
                .resource(nad)
                .create();
        return new NadRef(namespace, name);
    }
}
