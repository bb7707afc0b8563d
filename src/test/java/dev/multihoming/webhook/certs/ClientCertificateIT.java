package dev.multihoming.webhook.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.FreePort;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.ShortProgram;
import dev.multihoming.plane.WebhookConfigurations;
import dev.multihoming.plane.WebhookServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page docs/client-certificates.md, done: with the script, a real API server and the packaged webhook.
class ClientCertificateIT {
    private static final String HOST_OF_THE_PAGE = "multihoming-webhook.multihoming-system.svc";

    @TempDir
    private Path home;

    private final int port = FreePort.find();

    /// Its own authority, which the webhook is told of beside the API server's.
    private final TestPair somebodyElse = TestPair.ec(1);

    @Test
    void onlyTheApiServerIsAnswered() throws Exception {
        Path made = made("made");
        // Here the webhook is no Service; "localhost" is another host, and is shown nothing.
        Path kubeconfig = made.resolve("webhooks.kubeconfig");
        Files.writeString(kubeconfig, Files.readString(kubeconfig).replace(HOST_OF_THE_PAGE, "127.0.0.1:" + port));
        Path trusted = Files.writeString(
                home.resolve("trusted.crt"), Files.readString(made.resolve("ca.crt")) + somebodyElse.certificate());
        Map<String, String> flags = Map.of(
                "--admission-control-config-file",
                made.resolve("admission.yaml").toString());
        try (Cluster cluster = Cluster.start(home.resolve("plane"), flags)) {
            InstalledWebhook.prepare(cluster.controlPlane());
            cluster.kubectl()
                    .run("apply", "--filename=" + made.resolve("clients.yaml"))
                    .orThrow("The ConfigMap");
            theComponentIsTaken(cluster.kubectl());
            try (WebhookServer server = WebhookServer.start(
                    ShippedAccount.kubeconfig(cluster.controlPlane(), home), home, settings(trusted))) {
                WebhookConfigurations configurations = WebhookConfigurations.shipped()
                        .servedAt(port, server.certificate().caBundle());
                configurations.apply(cluster.kubectl());
                judge(cluster.kubectl(), server, trusted);
                configurations.delete(cluster.kubectl());
            }
        }
    }

    private void theComponentIsTaken(Kubectl kubectl) throws IOException {
        Path folder = Files.createDirectory(home.resolve("installation")).toRealPath();
        Path shipped = folder.relativize(Path.of("kustomize").toRealPath());
        Files.writeString(folder.resolve("kustomization.yaml"), """
                resources: [%1$s/overlays/self-managed]
                components: [%1$s/components/client-certificates]
                """.formatted(shipped));
        kubectl.run("apply", "--dry-run=server", "--validate=strict", "--kustomize=" + folder)
                .orThrow("Applying the component");
        assertThat(kubectl.run("kustomize", folder.toString()).stdout())
                .contains("value: /etc/multihoming/clients/ca.crt")
                .contains("name: multihoming-webhook-clients");
    }

    private void judge(Kubectl kubectl, WebhookServer server, Path trusted) throws Exception {
        Eventually.holds("a judgement", () -> foreign(kubectl).stderr().contains("MH105"));
        strangersAreRefused(server);

        // An authority that did not sign the API server's certificate, on the connection that stands.
        double before = refused(server, "untrusted");
        Path ours = Files.copy(trusted, home.resolve("ours.crt"));
        replace(trusted, made("others").resolve("ca.crt"));
        Eventually.holds("the refusal", () -> foreign(kubectl).stderr().contains("no authority of ours"));
        assertThat(foreign(kubectl).stderr()).contains("failed calling webhook").doesNotContain("MH105");
        assertThat(create(kubectl, "").succeeded()).isTrue();
        assertThat(refused(server, "untrusted")).isGreaterThan(before);

        replace(trusted, ours);
        Eventually.holds("a judgement again", () -> foreign(kubectl).stderr().contains("MH105"));

        // By another host the API server has no certificate to show.
        callBy(kubectl, "localhost");
        Eventually.holds("the refusal", () -> foreign(kubectl).stderr().contains("it showed none"));
        assertThat(create(kubectl, "").succeeded()).isTrue();
    }

    private void strangersAreRefused(WebhookServer server) throws Exception {
        isRefused(server, new KeyManager[0], "missing", "it showed none");
        isRefusedInItsHandshake(server, showing(TestPair.ec(2)));
        isRefused(server, showing(somebodyElse), "name", "its common name is not one of those that count");
        assertThat(Files.readString(home.resolve("logs").resolve("webhook.log")))
                .contains("A client was refused for want of a certificate");
    }

    private static KeyManager[] showing(TestPair pair) {
        return new KeyManager[] {new ShowsCertificate(pair)};
    }

    private void isRefused(WebhookServer server, KeyManager[] shown, String reason, String clause) throws Exception {
        double before = refused(server, reason);
        HttpResponse<String> answer = post(shown);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("only clients with a certificate").contains(clause);
        assertThat(refused(server, reason)).isEqualTo(before + 1);
    }

    private void isRefusedInItsHandshake(WebhookServer server, KeyManager[] shown) {
        double before = refused(server, "untrusted");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(shown));
        Eventually.holds("the refusal to be counted", () -> refused(server, "untrusted") > before);
    }

    private HttpResponse<String> post(KeyManager[] shown) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown, new TrustManager[] {new TrustsEverybody()}, null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/validate"))
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Map<String, String> settings(Path trusted) {
        return Map.of(
                "QUARKUS_HTTP_SSL_PORT",
                Integer.toString(port),
                "MULTIHOMING_TLS_CLIENT_CA",
                trusted.toString(),
                "MULTIHOMING_TLS_CLIENT_NAMES",
                "kube-apiserver",
                "MULTIHOMING_TLS_CHECK_INTERVAL",
                "200ms");
    }

    private Path made(String name) {
        Path folder = home.resolve(name).toAbsolutePath();
        String script = Path.of("certs", "api-server-client").toAbsolutePath().toString();
        new ShortProgram(List.of(script, folder.toString(), folder.toString()), Map.of())
                .run("")
                .orThrow(script);
        return folder;
    }

    private static void replace(Path file, Path by) throws IOException {
        Path copy = Files.copy(by, file.resolveSibling("copy"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void callBy(Kubectl kubectl, String host) {
        for (String kind : List.of("validatingwebhookconfiguration", "mutatingwebhookconfiguration")) {
            String yaml = kubectl.run("get", kind, "multihoming-webhook", "--output=yaml")
                    .orThrow("Reading " + kind);
            kubectl.runWithInput(yaml.replace("https://127.0.0.1:", "https://" + host + ":"), "replace", "--filename=-")
                    .orThrow("Replacing " + kind);
        }
    }

    private static ProgramOutcome foreign(Kubectl kubectl) {
        return create(kubectl, "tenant-b/net");
    }

    private static ProgramOutcome create(Kubectl kubectl, String networks) {
        String annotations = networks.isEmpty() ? "{}" : "{k8s.v1.cni.cncf.io/networks: '" + networks + "'}";
        return kubectl.runWithInput("""
                apiVersion: v1
                kind: Pod
                metadata: {generateName: web-, annotations: %s}
                spec: {containers: [{name: main, image: example.org/none}]}
                """.formatted(annotations), "create", "--dry-run=server", "--filename=-");
    }

    private static double refused(WebhookServer server, String reason) {
        return server.metrics().first("multihoming_clients_refused_total{", "reason=\"" + reason + "\"");
    }
}
