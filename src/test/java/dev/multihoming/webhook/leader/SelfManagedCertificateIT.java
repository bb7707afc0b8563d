package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookConfigurations;
import dev.multihoming.plane.WebhookServer;
import dev.multihoming.plane.WrongClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two packaged replicas that make their own certificate, with the permissions of the self-managed overlay, asked by a
/// real API server without pause.
class SelfManagedCertificateIT {
    private static final int ENOUGH = 20;
    private static final double A_DAY = 86_400;
    private static final Map<String, String> SETTINGS = Map.of(
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_ENABLED", "true",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_NAMES", "127.0.0.1",
            // Backdated by an hour: two thirds of its life are over half a minute after it was made.
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_VALIDITY", "31M",
            "MULTIHOMING_SELF_MANAGED_CERTIFICATE_OVERLAP", "4s");

    @Test
    void certificatesComeAndGoWithoutOneFailedCall(@TempDir Path home) throws Exception {
        try (Cluster cluster = Cluster.start(home.resolve("plane"))) {
            Kubectl kubectl = cluster.kubectl();
            install(kubectl);
            Path kubeconfig = ShippedAccount.kubeconfig(cluster.controlPlane(), home);
            WebhookConfigurations configurations = WebhookConfigurations.shipped();
            // Both at once, on nothing.
            try (ExecutorService threads = Executors.newCachedThreadPool();
                    StoredCertificates stored =
                            StoredCertificates.watched(cluster.controlPlane().kubeconfigYaml())) {
                Future<WebhookServer> starting =
                        threads.submit(() -> WebhookServer.start(kubeconfig, home.resolve("second"), SETTINGS));
                try (WebhookServer first = WebhookServer.start(kubeconfig, home.resolve("first"), SETTINGS);
                        WebhookServer second = starting.get()) {
                    configurations.servedAt(first.port()).apply(kubectl);
                    Eventually.holds("a judgement", () -> isJudged(kubectl));

                    whileRequestsCome(kubectl, threads, () -> theCertificateIsRenewed(stored));
                    whileRequestsCome(kubectl, threads, () -> aSpoiltSecretIsMadeAnew(kubectl));
                    aWipedBundleIsRestored(kubectl);
                    // The other replica has the same certificate.
                    configurations.servedAt(second.port()).apply(kubectl);
                    Eventually.holds("a judgement of the other replica", () -> isJudged(kubectl));
                }
            }
            aClockFarAheadDoesNoHarm(cluster, kubeconfig, home);
        }
    }

    /// First both authorities are trusted, then the new certificate is served, then the old authority is forgotten.
    private static void theCertificateIsRenewed(StoredCertificates stored) {
        Eventually.holds("a certificate", () -> !stored.certificates().isEmpty());
        long before = stored.certificates().lastKey();
        Eventually.holds("the new certificate", () -> stored.certificates().higherKey(before) != null);
        long renewed = stored.certificates().higherKey(before);
        Eventually.holds(
                "the old authority to be forgotten",
                () -> stored.authorities().tailMap(renewed).containsValue(1));
        assertThat(stored.authorities().lowerEntry(renewed).getValue())
                .as("authorities that were trusted when the certificate changed")
                .isEqualTo(2);
    }

    private static void aSpoiltSecretIsMadeAnew(Kubectl kubectl) {
        kubectl.run(
                        "patch",
                        "secret/multihoming-webhook-tls",
                        "--namespace=multihoming-system",
                        "--patch={\"data\": {\"tls.crt\": \"LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==\"}}")
                .orThrow("Spoiling the Secret");
        Eventually.holds("a certificate again", () -> certificate(kubectl).length() > 200);
    }

    private static void aWipedBundleIsRestored(Kubectl kubectl) {
        kubectl.run(
                        "patch",
                        "validatingwebhookconfiguration/multihoming-webhook",
                        "--type=json",
                        "--patch=[{\"op\": \"remove\", \"path\": \"/webhooks/0/clientConfig/caBundle\"}]")
                .orThrow("Wiping caBundle");
        Eventually.holds("caBundle again", () -> !bundle(kubectl).isEmpty());
        Eventually.holds("a judgement", () -> isJudged(kubectl));
    }

    /// Certificates are made by the API server's clock, which verifies them.
    private static void aClockFarAheadDoesNoHarm(Cluster cluster, Path kubeconfig, Path home) {
        Kubectl kubectl = cluster.kubectl();
        Map<String, String> ahead = new HashMap<>(SETTINGS);
        ahead.putAll(WrongClock.ahead(Duration.ofDays(1000), home));
        try (WebhookServer alone = WebhookServer.start(kubeconfig, home.resolve("ahead"), ahead)) {
            WebhookConfigurations.shipped().servedAt(alone.port()).apply(kubectl);
            Eventually.holds("a judgement", () -> isJudged(kubectl));
            Eventually.holds(
                    "the wrong clock to be noticed",
                    () -> alone.metrics().first("multihoming_clock_behind_seconds") < -A_DAY);
        }
    }

    /// Every request is judged: denied for its annotation, and for nothing else. They go on after the action until
    /// there were enough: how many fit into it depends on the machine.
    private static void whileRequestsCome(Kubectl kubectl, ExecutorService threads, Runnable action) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger judged = new AtomicInteger();
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        Future<?> stream = threads.submit(() -> {
            while (!over.get() || (judged.get() < ENOUGH && failed.isEmpty())) {
                ProgramOutcome outcome = create(kubectl);
                if (outcome.stderr().contains("MH105")) {
                    judged.incrementAndGet();
                } else {
                    failed.add(outcome.stderr() + outcome.stdout());
                }
            }
        });
        try {
            action.run();
        } finally {
            over.set(true);
            stream.get();
        }
        assertThat(failed).isEmpty();
    }

    private static void install(Kubectl kubectl) {
        kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing our CRDs");
        kubectl.run(
                        "apply",
                        "--filename=kustomize/base/namespace.yaml",
                        "--filename=kustomize/base/rbac.yaml",
                        "--filename=certs/self-managed/rbac.yaml")
                .orThrow("Applying the permissions");
    }

    private static boolean isJudged(Kubectl kubectl) {
        return create(kubectl).stderr().contains("MH105");
    }

    private static ProgramOutcome create(Kubectl kubectl) {
        return kubectl.runWithInput("""
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """, "create", "--dry-run=server", "--filename=-");
    }

    private static String certificate(Kubectl kubectl) {
        return kubectl.run(
                        "get",
                        "secret/multihoming-webhook-tls",
                        "--namespace=multihoming-system",
                        "--output=jsonpath={.data.tls\\.crt}")
                .stdout();
    }

    private static String bundle(Kubectl kubectl) {
        return kubectl.run(
                        "get",
                        "validatingwebhookconfiguration/multihoming-webhook",
                        "--output=jsonpath={.webhooks[0].clientConfig.caBundle}")
                .stdout();
    }
}
