package dev.multihoming.webhook.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.LoneServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged process, asked for its certificate in real handshakes.
class CertificateReloadIT {
    @TempDir
    Path home;

    @Test
    void certificatesComeAndChangeWithoutARestart() throws Exception {
        try (LoneServer server = LoneServer.start(home, Map.of())) {
            assertThat(server.get("/q/health/ready")).containsPattern("serving certificate\",\\s+\"status\": \"DOWN");
            assertThat(handshakeFails(server)).isTrue();

            mount("first", TestPair.ec(1));
            Eventually.holds("the first certificate", () -> serves(server, 1, "TLSv1.3"));
            assertThat(server.get("/q/health/ready")).containsPattern("serving certificate\",\\s+\"status\": \"UP");

            try (SSLSocket standing = connect(server, "TLSv1.3")) {
                mount("second", TestPair.rsa(2));
                Eventually.holds("the second certificate", () -> serves(server, 2, "TLSv1.2"));
                standing.getOutputStream().write("GET / HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(US_ASCII));
                assertThat(standing.getInputStream().read()).isEqualTo('H');
            }
            badPairsAreRefused(server);
        }
    }

    private void badPairsAreRefused(LoneServer server) throws IOException {
        TestPair third = TestPair.ec(3);
        mount("mismatched", new TestPair(third.certificate(), TestPair.ec(4).pkcs8(), "", 3));
        Eventually.holds("the refusal", () -> refusals(server).equals("1.0"));
        mount("half", new TestPair(third.certificate().substring(0, 200), third.pkcs8(), "", 3));
        Eventually.holds("the second refusal", () -> refusals(server).equals("2.0"));
        assertThat(serves(server, 2, "TLSv1.3")).isTrue();
        assertThat(server.log())
                .contains("New serving certificate refused: the key is not the key of the certificate")
                .contains("New serving certificate refused: the certificate file ends or breaks off");

        mount("third", third);
        Eventually.holds("the third certificate", () -> serves(server, 3, "TLSv1.3"));
    }

    /// As the kubelet does it: files in a folder of their own, reached through a symbolic link that is swapped.
    private void mount(String version, TestPair pair) throws IOException {
        Path folder = Files.createDirectory(home.resolve(".." + version));
        Files.writeString(folder.resolve("tls.crt"), pair.certificate());
        Files.writeString(folder.resolve("tls.key"), pair.pkcs8());
        Path link = Files.createSymbolicLink(home.resolve("..data_tmp"), folder.getFileName());
        Files.move(link, home.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        if (!Files.isSymbolicLink(home.resolve("tls.crt"))) {
            Files.createSymbolicLink(home.resolve("tls.crt"), Path.of("..data", "tls.crt"));
            Files.createSymbolicLink(home.resolve("tls.key"), Path.of("..data", "tls.key"));
        }
    }

    private static String refusals(LoneServer server) {
        return server.get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("multihoming_certificate_reloads_total{outcome=\"refused\"} "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    private static boolean serves(LoneServer server, long serial, String protocol) {
        try (SSLSocket socket = connect(server, protocol)) {
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSerialNumber().longValue() == serial;
        } catch (IOException | GeneralSecurityException _) {
            return false;
        }
    }

    private static boolean handshakeFails(LoneServer server) throws Exception {
        try (SSLSocket _ = connect(server, "TLSv1.3")) {
            return false;
        } catch (SSLException _) {
            return true;
        }
    }

    private static SSLSocket connect(LoneServer server, String protocol) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.setSoTimeout(60_000);
        socket.startHandshake();
        return socket;
    }
}
