package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.LoneServer;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.webhook.certs.TrustsEverybody;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged process on SIGTERM, with a client that keeps an HTTP/2 connection as the API server does.
class ShutdownIT {
    private static final int SENDERS = 8;
    private static final int REQUESTS_EACH = 5;

    /// A few for each sender: connections end one after the other.
    private static final int MAX_REPEATED = 5 * SENDERS;

    @TempDir
    Path home;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    @Test
    void itTurnsUnreadyServesOnAndLeavesNoReviewUnanswered() throws Exception {
        ServingCertificate.writeInto(home);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        var settings = Map.of(
                "QUARKUS_SHUTDOWN_DELAY", "6S", "QUARKUS_LOG_CATEGORY__DEV_MULTIHOMING_DECISIONS__LEVEL", "DEBUG");
        try (LoneServer server = LoneServer.start(home, settings);
                var senders = Executors.newVirtualThreadPerTaskExecutor();
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
            Callable<@Nullable Void> sender = () -> sendWhileItShutsDown(client, server);
            for (Future<@Nullable Void> sent : senders.invokeAll(Collections.nCopies(SENDERS, sender))) {
                sent.get();
            }
            assertThat(server.exitCode(Duration.ofSeconds(15))).isIn(0, 143);
            assertThat(server.log()
                            .lines()
                            .filter(line -> line.contains("decision=allowed"))
                            .count())
                    .as("reviews that were decided: each was answered, or its client told to ask again")
                    .isBetween((long) answered.get(), (long) answered.get() + repeated.get());
        }
    }

    /// A request that comes upon a connection on its way out is refused, and sent again, as the API server does.
    private @Nullable Void sendWhileItShutsDown(HttpClient client, LoneServer server) throws Exception {
        for (int answers = 0; answers < REQUESTS_EACH; ) {
            try {
                assertThat(send(client, server).statusCode()).isEqualTo(200);
                answers++;
            } catch (ConnectException e) {
                throw e;
            } catch (IOException e) {
                // A reset, a broken pipe, a GOAWAY: as the moment has it. Whose server is gone would not stop.
                assertThat(repeated.incrementAndGet())
                        .as("repetitions, the last for %s", e)
                        .isLessThan(MAX_REPEATED);
            }
        }
        return null;
    }

    private HttpResponse<String> send(HttpClient client, LoneServer server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/validate"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Reviews.bytes(Reviews.request("x", "y"))))
                .timeout(Duration.ofSeconds(10))
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        answered.incrementAndGet();
        return response;
    }
}
