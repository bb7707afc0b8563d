package dev.multihoming.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.certs.TrustsEverybody;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.LoneServer;
import dev.multihoming.plane.ServingCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged process on SIGTERM, with a client that keeps an HTTP/2 connection as the API server does.
class ShutdownIT {
    @TempDir
    Path home;

    private int answered;

    @Test
    void itTurnsUnreadyServesOnAndEndsWithoutLosingARequest() throws Exception {
        ServingCertificate.writeInto(home);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        try (LoneServer server = LoneServer.start(home, Map.of("QUARKUS_SHUTDOWN_DELAY", "2S"));
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .sslContext(tls)
                        .build()) {
            assertThat(send(client, server).version()).isEqualTo(HttpClient.Version.HTTP_2);
            server.terminate();
            Eventually.holds(
                    "it to be unready",
                    Duration.ofSeconds(5),
                    () -> server.get("/q/health/ready").matches("(?s).*Graceful Shutdown\",\\s+\"status\": \"DOWN.*"));
            IOException refusal = sendUntilRefused(client, server);
            assertThat(answered).as("answers after SIGTERM").isPositive();
            assertThat(refusal).as("a request is answered or never taken").isInstanceOf(ConnectException.class);
            assertThat(server.exitCode(Duration.ofSeconds(15))).isIn(0, 143);
        }
    }

    private IOException sendUntilRefused(HttpClient client, LoneServer server) throws InterruptedException {
        while (true) {
            try {
                assertThat(send(client, server).statusCode()).isEqualTo(200);
                answered++;
            } catch (IOException e) {
                return e;
            }
        }
    }

    private static HttpResponse<String> send(HttpClient client, LoneServer server)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/validate"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Reviews.bytes(Reviews.request("x", "y"))))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
