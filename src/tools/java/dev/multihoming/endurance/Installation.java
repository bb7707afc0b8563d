package dev.multihoming.endurance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.chaos.ApiClient;
import dev.multihoming.chaos.ServedReplicas;
import dev.multihoming.image.JavaRuntime;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.Metrics;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookConfigurations;
import dev.multihoming.plane.WebhookServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Three replicas with the flags and the permissions that are shipped, and a certificate that they make and renew
/// themselves. The API server asks the third one to mutate, and the Service of the other two to validate: so each
/// restart meets requests, and so does the one that is never restarted.
final class Installation implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "JAVA_TOOL_OPTIONS", JavaRuntime.options() + " -Xmx320m",
            "MALLOC_ARENA_MAX", "1",
            "QUARKUS_SHUTDOWN_DELAY", "5S",
            "MULTIHOMING_AUDIT_INTERVAL", "10M",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_ENABLED", "true",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_NAMES", "127.0.0.1",
            // Backdated by an hour: two thirds of its life are over ten minutes after it was made.
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_VALIDITY", "45M");

    private final Path folder;
    private final Cluster cluster;
    private final Path account;
    private final ApiClient api;
    private final ServedReplicas behindService = new ServedReplicas();
    private final WebhookServer third;
    private int started;
    private final AtomicInteger restarts = new AtomicInteger();

    private Installation(Path folder, Cluster cluster) {
        this.folder = folder;
        this.cluster = cluster;
        this.api = new ApiClient(cluster.controlPlane().kubeconfigYaml());
        InstalledWebhook.prepare(cluster.controlPlane());
        kubectl()
                .run("apply", "--filename=certs/self-managed/rbac.yaml")
                .orThrow("Permitting what a certificate of its own needs");
        this.account = ShippedAccount.kubeconfig(cluster.controlPlane(), folder);
        // The first to start leads: it also does the audit, the statuses and the certificates.
        this.third = start();
    }

    static Installation start(Path folder) {
        Cluster cluster = Cluster.start(folder.resolve("plane"));
        try {
            Installation installation = new Installation(folder, cluster);
            try {
                installation.complete();
                return installation;
            } catch (RuntimeException e) {
                installation.close();
                throw e;
            }
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void complete() {
        behindService.add(start());
        behindService.add(start());
        for (ObjectNode configuration : WebhookConfigurations.shipped().documents()) {
            boolean mutates = configuration.path("kind").asText().startsWith("Mutating");
            int port = mutates ? third.port() : behindService.port();
            new WebhookConfigurations(List.of(configuration)).servedAt(port).apply(kubectl());
        }
        InstalledWebhook.markAsRegistered(kubectl());
    }

    private WebhookServer start() {
        started++;
        return WebhookServer.start(account, folder.resolve("replica-" + started), SETTINGS);
    }

    /// SIGTERM, and once it has ended the same container again; the two take turns.
    void restartOne() {
        behindService.retire(behindService.all().getFirst());
        behindService.add(start());
        restarts.incrementAndGet();
    }

    int restarts() {
        return restarts.get();
    }

    void makeNamespace(String name) {
        kubectl().run("create", "namespace", name).orThrow("Making a namespace");
        Eventually.holds(
                "its service account",
                () -> !cluster.hasControllers()
                        || kubectl()
                                .inNamespace(name)
                                .run("get", "serviceaccount/default")
                                .succeeded());
    }

    void makeNetwork(String namespace, String name, String config) {
        kubectl().inNamespace(namespace).apply(Manifests.network(name, config)).orThrow("Making a network");
    }

    /// Until the API server asks all of the webhooks, and trusts their certificate.
    void awaitVerdicts(String namespace) {
        Kubectl there = kubectl().inNamespace(namespace);
        Eventually.holds(
                "a verdict",
                () -> there.runWithInput(
                                Manifests.pod("app", "elsewhere/blue"), "create", "--dry-run=server", "--filename=-")
                        .stderr()
                        .contains("MH105"));
        Eventually.holds(
                "a mutation",
                () -> there.runWithInput(
                                Manifests.bridge("blue-2"),
                                "create",
                                "--dry-run=server",
                                "--output=json",
                                "--filename=-")
                        .stdout()
                        .contains("macspoofchk"));
    }

    /// How often so far the API server went on without the mutating webhook, which fails open.
    int skippedMutations() {
        return (int) new Metrics(kubectl().run("get", "--raw=/metrics").stdout())
                .sum("apiserver_admission_webhook_fail_open_count{");
    }

    private Kubectl kubectl() {
        return cluster.kubectl();
    }

    ApiClient api() {
        return api;
    }

    WebhookServer third() {
        return third;
    }

    List<WebhookServer> behindService() {
        return behindService.all();
    }

    @Override
    public void close() {
        behindService.close();
        third.close();
        api.close();
        cluster.close();
    }
}
