package dev.multihoming.bench;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What a pod's creation takes through the real API server: with nothing, with the net of CEL under the
/// webhook, with both hooks, and with all of it. One client, one after the other.
public final class PodCreate {
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 1_000;
    private static final String FOREIGN = "elsewhere/blue";

    private final Kubectl kubectl;
    private final KubernetesClient client;

    private PodCreate(Kubectl kubectl, KubernetesClient client) {
        this.kubectl = kubectl;
        this.client = client;
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "create-");
        try (Cluster cluster = Cluster.start(folder);
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(cluster.controlPlane().kubeconfigYaml()))
                        .build()) {
            new PodCreate(cluster.kubectl(), client).tell(cluster, folder);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        // The client's event loops would keep this process alive.
        System.exit(0);
    }

    private void tell(Cluster cluster, Path folder) {
        kubectl.apply("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: default}
                spec: {config: '{"cniVersion": "1.0.0", "type": "macvlan"}'}
                """).orThrow("Making a network");
        System.out.printf("%ndry-run creates of a pod with one network, %d after %d%n", MEASURED, WARM_UP);
        System.out.printf("%-24s %10s %10s%n", "", "p50 ms", "p99 ms");
        measure("nothing");
        kubectl.run("create", "namespace", "multihoming-system").orThrow("Making our namespace");
        kubectl.run(
                        "apply",
                        "--filename=kustomize/components/safety-net/policy.yaml",
                        "--filename=kustomize/components/safety-net/parameters.yaml",
                        "--filename=kustomize/components/safety-net/binding.yaml")
                .orThrow("Installing the net");
        awaitDenial();
        measure("the net");
        try (InstalledWebhook _ = InstalledWebhook.on(cluster.controlPlane(), folder)) {
            Eventually.holds("the webhook", () -> denial().contains("webhook") || denial().contains("safety-net"));
            // A JVM that has seen little is slow, and would be compared with itself.
            for (int i = 0; i < WARM_UP; i++) {
                create();
            }
            measure("the net and both hooks");
            kubectl.run(
                            "delete",
                            "validatingadmissionpolicy,validatingadmissionpolicybinding",
                            "multihoming-safety-net")
                    .orThrow("Removing the net");
            Eventually.holds("the webhook alone", () -> denial().contains("denied the request: MH105"));
            measure("both hooks");
        }
    }

    private void measure(String name) {
        for (int i = 0; i < WARM_UP; i++) {
            create();
        }
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long began = System.nanoTime();
            create();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf("%-24s %10.2f %10.2f%n", name, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 99 / 100] / 1e6);
    }

    private void create() {
        client.raw("/api/v1/namespaces/default/pods?dryRun=All", "POST", pod("blue"));
    }

    private void awaitDenial() {
        Eventually.holds("the net to hold", () -> denial().contains("safety-net"));
    }

    private String denial() {
        return kubectl.runWithInput(pod(FOREIGN), "create", "--namespace=default", "--dry-run=server", "--filename=-")
                .stderr();
    }

    private static String pod(String networks) {
        return """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "app", "annotations":
                  {"k8s.v1.cni.cncf.io/networks": "%s"}},
                 "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """.formatted(networks);
    }
}
