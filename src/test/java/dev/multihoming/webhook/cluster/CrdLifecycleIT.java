package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.NetworkAttachmentCrd;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a control plane of its own: it takes away what other tests need.
class CrdLifecycleIT {
    private static final NadRef NAD = new NadRef("default", "blue");
    private static final String MANIFEST = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata:
              name: blue
              namespace: default
            """;

    private final Cluster cluster;
    private final KubernetesClient client;
    private boolean clusterIsUp = true;

    CrdLifecycleIT(@TempDir Path home) {
        cluster = Cluster.start(home);
        Config config = Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml());
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void stop() {
        client.close();
        loseApiServer();
    }

    private void loseApiServer() {
        if (clusterIsUp) {
            clusterIsUp = false;
            cluster.close();
        }
    }

    @Test
    void theCrdComesAndGoesAndAtLastTheApiServer() {
        Kubectl kubectl = cluster.kubectl();
        removeCrd(kubectl);
        try (var directory = RunningDirectory.start(client)) {
            readyAndUnknowingWithoutTheCrd(directory);
            knowingOnceItIsInstalled(directory, kubectl);
            unknowingOnceItIsRemoved(directory, kubectl);
            knowingOnceItIsInstalled(directory, kubectl);
            loseApiServer();
            knowingAndReadyWithoutTheApiServer(directory);
        }
    }

    /// Without its CRD the API server answers for the resource with a page, not with a Status.
    @Test
    void theLiveLookupItselfTellsAMissingCrdFromAMissingNad() {
        var apiServer = new KubeApiServer(client, Runnable::run, Eventually.PATIENCE);
        assertThat(apiServer.get(NAD).toCompletableFuture().join()).isEqualTo(new Lookup.Absent());
        removeCrd(cluster.kubectl());
        Eventually.holds(
                "the resource to be gone",
                () -> apiServer.get(NAD).toCompletableFuture().join().equals(KnownNetworks.NO_CRD));
    }

    private static void readyAndUnknowingWithoutTheCrd(RunningDirectory directory) {
        Eventually.holds("readiness", directory::isReady);
        assertThat(directory.networks.known(NAD)).contains(KnownNetworks.NO_CRD);
        assertThat(directory.networks.ask(NAD).toCompletableFuture().join()).isEqualTo(KnownNetworks.NO_CRD);
    }

    private static void knowingOnceItIsInstalled(RunningDirectory directory, Kubectl kubectl) {
        NetworkAttachmentCrd.install(kubectl);
        kubectl.apply(MANIFEST).orThrow("Creating a NAD");
        Eventually.holds("the NAD to be known", () -> directory.knows(NAD));
        Eventually.holds("the informer to list it", () -> directory.gauge("multihoming.nads.known") == 1);
        Eventually.holds("the watch", () -> directory.gauge("multihoming.nads.watching") == 1);
    }

    private static void unknowingOnceItIsRemoved(RunningDirectory directory, Kubectl kubectl) {
        removeCrd(kubectl);
        Eventually.holds(
                "the removal to be noticed",
                () -> directory
                        .networks
                        .known(NAD)
                        .filter(KnownNetworks.NO_CRD::equals)
                        .isPresent());
        assertThat(directory.isReady()).isTrue();
        Eventually.holds("the watch to end", () -> directory.gauge("multihoming.nads.watching") == 0);
    }

    private static void knowingAndReadyWithoutTheApiServer(RunningDirectory directory) {
        Eventually.holds("the loss to be noticed", () -> directory.gauge("multihoming.nads.watching") == 0);
        assertThat(directory.knows(NAD)).isTrue();
        assertThat(directory.isReady()).isTrue();
        assertThat(directory.lookup(new NadRef("default", "other"))).isInstanceOf(Lookup.Unknown.class);
    }

    private static void removeCrd(Kubectl kubectl) {
        kubectl.run("delete", "crd", NetworkAttachmentDefinitions.CRD).orThrow("Removing the CRD");
    }
}
