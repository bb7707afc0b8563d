package dev.multihoming.interception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A webhook that admits everything and notes what it was called for.
final class ReviewRecorder implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /// One call: the endpoint, the operation, the resource with its subresource, the object's namespace
    /// and name (which is empty while the API server has still to make one).
    record Call(String endpoint, String operation, String resource, String namespace, String name) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ServingCertificate certificate;
    private final HttpsServer server;

    private ReviewRecorder(ServingCertificate certificate, HttpsServer server) {
        this.certificate = certificate;
        this.server = server;
    }

    static ReviewRecorder start(Path home) {
        try {
            var certificate = ServingCertificate.writeInto(home.resolve("recorder"));
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls(certificate)));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var recorder = new ReviewRecorder(certificate, server);
            server.createContext("/", recorder::answer);
            server.start();
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a P-256 certificate is nothing special", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String caBundle() {
        return certificate.caBundle();
    }

    /// The calls for one object, in their order.
    List<Call> callsFor(String namespace, String name) {
        return calls.stream()
                .filter(call ->
                        call.namespace().equals(namespace) && call.name().equals(name))
                .toList();
    }

    void forget() {
        calls.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody()).required("request");
            String subresource = request.path("subResource").asText();
            calls.add(new Call(
                    exchange.getRequestURI().getPath(),
                    request.path("operation").asText(),
                    request.path("resource").path("resource").asText()
                            + (subresource.isEmpty() ? "" : "/" + subresource),
                    request.path("namespace").asText(),
                    name(request)));
            byte[] answer = """
                    {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                     "response": {"uid": "%s", "allowed": true}}
                    """.formatted(request.path("uid").asText()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static SSLContext tls(ServingCertificate files) throws GeneralSecurityException, IOException {
        Certificate certificate;
        try (var pem = Files.newInputStream(files.certificate())) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        String key = Files.readString(files.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "serving",
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
                new char[0],
                new Certificate[] {certificate});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    /// Of the object as it is now; what is deleted is only there as it was.
    private static String name(JsonNode request) {
        boolean deleted = request.path("operation").asText().equals("DELETE");
        return request.at((deleted ? "/oldObject" : "/object") + "/metadata/name")
                .asText();
    }
}
