package dev.multihoming.console.http;

import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Governance;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.console.engine.TokenLogin;
import dev.multihoming.console.engine.Topology;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A shared console over TLS with a clock of its own, and a browser that sends what it is told, byte by byte.
final class SharedConsoleFixture implements AutoCloseable {
    static final SessionLimits LIMITS = new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(8), 6);

    private final ServingCertificate files;
    private final SharedConsoleServer server;
    private final List<RuntimeException> defects = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    SharedConsoleFixture(Path folder, TokenLogin login) throws IOException {
        files = ServingCertificate.writeInto(folder);
        InstantSource clock = () -> now;
        server = SharedConsoleServer.start(
                new SharedConsoleServer.Settings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.of(ConsoleCertificate.read(files.certificate(), files.key(), clock)),
                        LIMITS),
                login,
                clock,
                defects::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<RuntimeException> defects() {
        return List.copyOf(defects);
    }

    String host() {
        return "127.0.0.1:" + server.port();
    }

    String origin() {
        return "Origin: https://" + host() + "\r\n";
    }

    String get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    String post(String path, String type, String headers, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "Content-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    String check(String session) throws IOException {
        return post("/api/check", "application/json", origin() + session, "{\"text\":\"\"}");
    }

    /// As a browser does it: the form, then the token.
    String logIn(String token, String headers) throws IOException {
        String form = get("/login", "");
        return sendForm(token, proof(form), origin() + cookie(form) + headers);
    }

    String sendForm(String token, String proof, String headers) throws IOException {
        String body = "proof=" + proof + "&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return post("/login", "application/x-www-form-urlencoded", headers, body);
    }

    static String proof(String form) {
        String start = "name=\"proof\" value=\"";
        int at = form.indexOf(start) + start.length();
        return form.substring(at, form.indexOf('"', at));
    }

    /// The header that sends back the cookie of an answer; empty where that sets none.
    static String cookie(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("Set-cookie: "))
                .map(line -> "Cookie: " + line.substring(12, line.indexOf(';')) + "\r\n")
                .findFirst()
                .orElse("");
    }

    /// Of another connection than all before.
    X509Certificate certificate() throws IOException {
        try (SSLSocket socket = connected()) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    String send(String request) throws IOException {
        try (SSLSocket socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SSLSocket connected() throws IOException {
        try (var pem = java.nio.file.Files.newInputStream(files.certificate())) {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "console", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /// The networks of one user: a namespace of that name, with one network.
    record OfOneUser(String name) implements Engine {
        @Override
        public Review check(String text) {
            return new Review("checked for " + name, List.of(), text, List.of());
        }

        @Override
        public String explain(String text) {
            return "explained for " + name;
        }

        @Override
        public Networks networks(Selected selected) {
            return new Networks(
                    List.of(new Network(name, "net-of-" + name, "bridge", "", "in the cluster", 0)), List.of());
        }

        @Override
        public Optional<String> network(String namespace, String network) {
            return namespace.equals(name) ? Optional.of("kind: Network\n") : Optional.empty();
        }

        @Override
        public String draft(String type, String namespace, String network, java.util.Map<String, String> fields) {
            return type;
        }

        @Override
        public String edit(String text, String field, String value) {
            return text;
        }

        @Override
        public Optional<Form> form(String text) {
            return Optional.empty();
        }

        @Override
        public Optional<String> rulePage(String code) {
            return Optional.empty();
        }

        @Override
        public Attachments attachments() {
            return new HostileAttachments("of " + name);
        }

        @Override
        public Topology topology() {
            return new HostileTopology("of " + name);
        }

        @Override
        public Overview overview(String namespace) {
            return HostileTopology.overview("of " + name);
        }

        @Override
        public PolicyChanges policies() {
            return new HostilePolicies("of " + name);
        }

        @Override
        public Governance governance() {
            return new HostileGovernance("of " + name);
        }
    }
}
