package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.TestNamespace;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The look at who uses a network, on a real API server. The pods are on the host network, so that a webhook
/// that another test installed has nothing to judge.
@OnControlPlane
class NetworkUsersIT {
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    private final KubernetesClient client;
    private final String namespace;
    private final RunningDirectory directory;

    NetworkUsersIT(KubernetesClient client, TestNamespace namespace) {
        this.client = client;
        this.namespace = namespace.name();
        this.directory = RunningDirectory.withoutInformer(client);
    }

    @Test
    void podsOfSeveralPagesAreCounted() {
        try (var workers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 300)
                    .forEach(i -> workers.execute(() -> create(namespace, "p-" + i, i % 3 == 0 ? "paged@net4" : null)));
        }

        NetworkUsers users = users("paged", false);

        assertThat(users.count()).isEqualTo(100);
        assertThat(users.first()).hasSize(NetworkUsers.MAX_NAMED).allMatch(name -> name.startsWith("p-"));
        assertThat(users.complete()).isTrue();
    }

    @Test
    void onlyPodsThatSelectItAndStillRunAreCounted() {
        create(namespace, "short", "other,one");
        create(namespace, "json", "[{\"name\": \"one\", \"namespace\": \"" + namespace + "\"}]");
        create(namespace, "longer-name", "one-more");
        create(namespace, "foreign", "elsewhere/one");
        create(namespace, "unreadable", "[{\"name\": \"one\"");
        Pod over = create(namespace, "over", "one");
        over.getStatus().setPhase("Succeeded");
        client.pods().inNamespace(namespace).resource(over).updateStatus();

        assertThat(users("one", false).first()).containsExactlyInAnyOrder("short", "json");
    }

    @Test
    void podsElsewhereAreSeenWhereTheyMaySelectIt() {
        create("kube-system", "users-" + namespace, namespace + "/shared");

        assertThat(users("shared", false)).isEqualTo(NetworkUsers.NONE);
        assertThat(users("shared", true)).isEqualTo(new NetworkUsers(List.of(), 1, 1, true));
    }

    @Test
    void aNamespaceThatGoesTakesItsNetworksWithIt() {
        Namespace held = new NamespaceBuilder()
                .withNewMetadata()
                .withName("held-" + namespace)
                .addToFinalizers("example.org/hold")
                .endMetadata()
                .build();
        client.resource(held).create();
        create(held.getMetadata().getName(), "web", "blue");
        NadRef blue = new NadRef(held.getMetadata().getName(), "blue");
        assertThat(users(blue, false).count()).isOne();

        client.resource(held).delete();

        assertThat(users(blue, false)).isEqualTo(NetworkUsers.NONE);
        client.resource(held).edit(ns -> {
            ns.getMetadata().setFinalizers(null);
            return ns;
        });
    }

    @Test
    void whatCannotBeLookedAtIsUnknown() {
        assertThat(users(new NadRef("no-such-namespace", "blue"), false)).isEqualTo(NetworkUsers.UNKNOWN);
        assertThat(users(new NadRef("..", "blue"), false)).isEqualTo(NetworkUsers.UNKNOWN);
    }

    private NetworkUsers users(String name, boolean anywhere) {
        return users(new NadRef(namespace, name), anywhere);
    }

    private NetworkUsers users(NadRef ref, boolean anywhere) {
        return directory.networks.users(ref, anywhere).toCompletableFuture().join();
    }

    private Pod create(String where, String name, @Nullable String networks) {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withHostNetwork(true)
                .addNewContainer()
                .withName("app")
                .withImage("registry.example/app:1")
                .endContainer()
                .endSpec();
        if (networks != null) {
            pod.editMetadata().addToAnnotations(NETWORKS, networks).endMetadata();
        }
        return client.pods().inNamespace(where).resource(pod.build()).create();
    }
}
