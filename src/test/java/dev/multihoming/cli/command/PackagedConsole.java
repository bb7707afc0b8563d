package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.ChildProcess;
import dev.multihoming.plane.ControlPlane;
import dev.multihoming.plane.FreePort;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The packaged program as the Deployment of kustomize/components/console starts it, with its mounts in a folder.
final class PackagedConsole implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([0-9a-f]+)\"");

    private final ChildProcess process;
    private final Path log;
    private final String origin;
    private final URI probed;
    private final HttpClient http;

    private PackagedConsole(ChildProcess process, Path log, int port, int health, HttpClient http) {
        this.process = process;
        this.log = log;
        this.origin = "https://127.0.0.1:" + port;
        this.probed = URI.create("http://127.0.0.1:" + health + "/healthz");
        this.http = http;
    }

    static PackagedConsole start(List<String> arguments, ControlPlane plane, Path home) throws IOException {
        ServingCertificate pair = ServingCertificate.writeInto(home.resolve("tls"));
        int port = FreePort.find();
        int health = FreePort.find();
        Path log = home.resolve("console.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toAbsolutePath().toString()));
        arguments.stream()
                .map(it -> it.replace("--port=8443", "--port=" + port)
                        .replace("--health-port=8081", "--health-port=" + health)
                        .replace("/etc/multihoming/console/", home.resolve("tls") + "/")
                        .replace("/etc/multihoming/api-server/ca.crt", authority(plane)))
                .forEach(command::add);
        Map<String, String> environment = Map.of(
                "KUBERNETES_SERVICE_HOST", "127.0.0.1",
                "KUBERNETES_SERVICE_PORT", Integer.toString(plane.port()),
                "KUBECONFIG", plane.kubeconfig().toAbsolutePath().toString());
        ChildProcess process = ChildProcess.start("The console", log, command, environment);
        PackagedConsole console = new PackagedConsole(process, log, port, health, client(pair));
        try {
            process.waitUntilReady(console::isHealthy);
            return console;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static String authority(ControlPlane plane) {
        try {
            return new YAMLMapper()
                    .readTree(plane.kubeconfigYaml())
                    .at("/clusters/0/cluster/certificate-authority")
                    .asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean isHealthy() {
        try {
            return send(HttpRequest.newBuilder(probed)).body().equals("ok\n");
        } catch (IOException _) {
            return false;
        }
    }

    Browser logIn(String token) {
        try {
            HttpResponse<String> answer = login(token);
            if (answer.statusCode() != 303) {
                throw new IllegalStateException("not logged in: " + answer.statusCode() + " " + answer.body());
            }
            return new Browser(cookie(answer));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Status and page.
    String answerToLogin(String token) throws IOException {
        HttpResponse<String> answer = login(token);
        return answer.statusCode() + "\n" + answer.body();
    }

    private HttpResponse<String> login(String token) throws IOException {
        HttpResponse<String> form = send(HttpRequest.newBuilder(URI.create(origin + "/login")));
        Matcher proof = PROOF.matcher(form.body());
        if (!proof.find()) {
            throw new IllegalStateException("no form: " + form.body());
        }
        return send(HttpRequest.newBuilder(URI.create(origin + "/login"))
                .header("Origin", origin)
                .header("Cookie", cookie(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "proof=" + proof.group(1) + "&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.close();
    }

    /// One that is logged in.
    final class Browser {
        private final String cookie;

        private Browser(String cookie) {
            this.cookie = cookie;
        }

        /// Status and body.
        String get(String path) throws IOException {
            return text(PackagedConsole.this.send(request(path)));
        }

        /// @throws IllegalStateException for another status than 200
        String page(String path) {
            try {
                String answer = get(path);
                if (!answer.startsWith("200\n")) {
                    throw new IllegalStateException(path + ": " + answer);
                }
                return answer;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        String post(String path, String text) {
            return send(path, Map.of("text", text));
        }

        /// What a page sends.
        String send(String path, Map<String, String> fields) {
            try {
                String body = new JsonMapper().writeValueAsString(fields);
                return text(PackagedConsole.this.send(request(path)
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void logOut() throws IOException {
            PackagedConsole.this.send(request("/logout")
                    .header("Origin", origin)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.noBody()));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(origin + path)).header("Cookie", cookie);
        }

        private static String text(HttpResponse<String> answer) {
            return answer.statusCode() + "\n" + answer.body();
        }
    }

    private static HttpClient client(ServingCertificate pair) throws IOException {
        try (InputStream pem = Files.newInputStream(pair.certificate())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "console", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
