package dev.multihoming.chaos;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.ControlPlane;
import dev.multihoming.plane.EtcdDetour;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.FreePort;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.PlaneException;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.WebhookConfigurations;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/// Where the faults strike: API server and etcd with a wire between them, a Service with two replicas behind
/// it, a wire to and from each, and the shipped webhook configurations.
final class Scene implements AutoCloseable {
    private static final int REVIEWS_OF_THE_BUSIEST = 10;
    private static final String NETWORKS = """
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "tenant-a"}}
            ---
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "tenant-b"}}
            """;

    private final Path folder;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Toxiproxy toxiproxy;
    private final Wire etcd;
    private final ControlPlane plane;
    private final ApiClient api;
    private final ServingCertificate certificate;
    private final Endpoints endpoints;
    private final Service service;

    private Scene(Path folder) {
        this.folder = folder;
        this.toxiproxy = opened(Toxiproxy.start(folder));
        int etcdPort = FreePort.find();
        this.etcd = toxiproxy.wire("etcd", etcdPort);
        this.plane = opened(Cluster.start(folder.resolve("plane"), new EtcdDetour(etcdPort, etcd.port())))
                .controlPlane();
        this.api = opened(new ApiClient(plane.kubeconfigYaml()));
        this.certificate = ServingCertificate.writeInto(folder.resolve("certificate"));
        this.endpoints = opened(new Endpoints());
        this.service = opened(new Service(endpoints::ready));
    }

    static Scene set(Path folder) throws InterruptedException {
        Scene scene = new Scene(folder);
        try {
            InstalledWebhook.prepare(scene.plane);
            scene.kubectl().apply(NETWORKS).orThrow("Making the namespaces");
            scene.makeNetwork("tenant-a", "blue");
            scene.makeNetwork("tenant-a", "red");
            scene.makeNetwork("tenant-b", "secret");
            scene.addReplica(Map.of());
            scene.addReplica(Map.of());
            scene.applyConfigurations();
            scene.awaitCalm();
            return scene;
        } catch (RuntimeException e) {
            scene.close();
            throw e;
        }
    }

    /// The folder of the replica that is added next.
    Path nextHome() {
        return Replica.nextHome(folder);
    }

    Kubectl kubectl() {
        return plane.kubectl();
    }

    ApiClient api() {
        return api;
    }

    /// From the API server to etcd.
    Wire etcd() {
        return etcd;
    }

    List<Replica> replicas() {
        return endpoints.replicas();
    }

    /// The one that the API server is connected to: it sends all reviews over one connection.
    Replica busiest() {
        Map<Replica, Double> before = new HashMap<>();
        replicas().forEach(it -> before.put(it, reviews(it)));
        ToDoubleFunction<Replica> more = it -> reviews(it) - before.getOrDefault(it, 0.0);
        Eventually.holds(
                "reviews", () -> replicas().stream().anyMatch(it -> more.applyAsDouble(it) >= REVIEWS_OF_THE_BUSIEST));
        return replicas().stream().max(Comparator.comparingDouble(more)).orElseThrow();
    }

    /// Returns when the replicas that live have judged that many more.
    void awaitReviews(int more) {
        Map<Replica, Double> before = new HashMap<>();
        List<Replica> living =
                replicas().stream().filter(it -> it.server().isAlive()).toList();
        living.forEach(it -> before.put(it, reviews(it)));
        Eventually.holds(
                more + " reviews",
                () -> living.stream()
                                .mapToDouble(it -> reviews(it) - before.getOrDefault(it, 0.0))
                                .sum()
                        >= more);
    }

    private static double reviews(Replica replica) {
        return replica.server().metrics().sum("multihoming_reviews_total");
    }

    /// One more, ready and part of the Service.
    Replica addReplica(Map<String, String> settings) {
        Replica replica = opened(Replica.start(toxiproxy, plane, certificate, folder, settings));
        endpoints.add(replica);
        return replica;
    }

    /// Its node does not answer any more: the Service sends it nobody.
    void giveUp(Replica replica) {
        endpoints.remove(replica);
    }

    /// Its node is there again.
    void takeBack(Replica replica) {
        endpoints.add(replica);
    }

    /// As the deletion of its pod does it: SIGTERM, and the Service hears of it in its own time. Waits for its end.
    void terminate(Replica replica) {
        endpoints.remove(replica);
        replica.server().terminate();
        replica.awaitEnd();
    }

    /// The process ends at once, and comes back as a static pod does. Returns when it has ended.
    void killApiServer() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("kube-apiserver"))
                // Other tests of this JVM have one of their own.
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(String.valueOf(plane.port())))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    boolean isApiServerThere() {
        return kubectl().run("get", "--raw=/readyz").succeeded();
    }

    /// How often so far the API server went on without our mutating webhook, which fails open: no pod is refused for
    /// that, and none repaired.
    int skippedMutations() throws InterruptedException {
        return api.send("GET", "metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith("apiserver_admission_webhook_fail_open_count{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    void applyConfigurations() {
        WebhookConfigurations.shipped()
                .servedAt(service.port(), certificate.caBundle())
                .apply(kubectl());
        InstalledWebhook.markAsRegistered(kubectl());
    }

    void makeNetwork(String namespace, String name) {
        kubectl().apply("""
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
                 "metadata": {"name": "%s", "namespace": "%s"},
                 "spec": {"config": "{\\"cniVersion\\": \\"1.0.0\\", \\"type\\": \\"macvlan\\", \\"master\\": \\"ens1\\"}"}}
                """.formatted(name, namespace)).orThrow("Making a network");
    }

    void deleteNetwork(String namespace, String name) {
        kubectl()
                .run("delete", "network-attachment-definitions/" + name, "--namespace=" + namespace)
                .orThrow("Deleting a network");
    }

    /// Until everything is as before the fault: two replicas that are ready, and every specimen judged rightly.
    void awaitCalm() throws InterruptedException {
        Eventually.holds(
                "two ready replicas",
                () -> replicas().size() == 2
                        && replicas().stream().allMatch(it -> it.server().isReady()));
        AtomicReference<String> wrong = new AtomicReference<>("");
        try {
            Eventually.holds("right judgements", () -> {
                String now = wrong();
                wrong.set(now);
                return now.isEmpty();
            });
        } catch (PlaneException e) {
            throw new IllegalStateException("not judged rightly: " + wrong, e);
        }
    }

    /// What is not judged rightly yet; empty where all is.
    private String wrong() {
        try {
            for (Specimen specimen : Specimen.ALL) {
                Answer answer = api.tryPod(specimen.pod());
                if (specimen.fate(answer) != RequestResult.RIGHT) {
                    return specimen + ": " + answer;
                }
            }
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("while clearing the scene: " + e);
            }
        }
    }
}
