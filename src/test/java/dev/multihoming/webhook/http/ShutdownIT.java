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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

    /// For how long it serves on: the first that all requests fit into, which depends on the machine.
    private static final List<Duration> DELAYS =
            List.of(Duration.ofSeconds(6), Duration.ofSeconds(24), Duration.ofSeconds(96));

    @TempDir
    Path home;

    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private long servesUntil;

    /// The server had served on for as long as it was told to.
    private static final class OverException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void itTurnsUnreadyServesOnAndLeavesNoReviewUnanswered() throws Exception {
        boolean fits = false;
        for (Duration delay : DELAYS) {
            fits = fits || servesOnFor(delay);
        }
        assertThat(fits).as("all requests are sent while it serves on").isTrue();
    }

    /// Whether all requests were sent before it was over; what fails earlier is thrown.
    private boolean servesOnFor(Duration delay) throws Exception {
        answered.set(0);
        repeated.set(0);
        Path home = Files.createDirectories(this.home.resolve(delay.toString()));
        ServingCertificate.writeInto(home);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        var settings = Map.of(
                "QUARKUS_SHUTDOWN_DELAY",
                delay.toString(),
                "QUARKUS_LOG_CATEGORY__DEV_MULTIHOMING_DECISIONS__LEVEL",
                "DEBUG");
        try (LoneServer server = LoneServer.start(home, settings);
                var senders = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_2)
                        .sslContext(tls)
                        .build()) {
            assertThat(send(client, server).version()).isEqualTo(HttpClient.Version.HTTP_2);
            servesUntil = System.nanoTime() + delay.toNanos();
            server.terminate();
            Eventually.holds("it to be unready", () -> isOver() || isUnready(server));
            Callable<@Nullable Void> sender = () -> sendWhileItShutsDown(client, server);
            for (Future<@Nullable Void> sent : senders.invokeAll(Collections.nCopies(SENDERS, sender))) {
                if (sent.state() == Future.State.FAILED && sent.exceptionNow() instanceof OverException) {
                    return false;
                }
                sent.get();
            }
            assertThat(server.exitCode()).isIn(0, 143);
            assertThat(server.log()
                            .lines()
                            .filter(line -> line.contains("decision=allowed"))
                            .count())
                    .as("reviews that were decided: each was answered, or its client told to ask again")
                    .isBetween((long) answered.get(), (long) answered.get() + repeated.get());
            return true;
        }
    }

    private boolean isOver() {
        return System.nanoTime() - servesUntil >= 0;
    }

    private static boolean isUnready(LoneServer server) {
        return server.get("/q/health/ready").matches("(?s).*Graceful Shutdown\",\\s+\"status\": \"DOWN.*");
    }

    /// A request that comes upon a connection on its way out is refused, and sent again, as the API server does.
    private @Nullable Void sendWhileItShutsDown(HttpClient client, LoneServer server) throws Exception {
        for (int answers = 0; answers < REQUESTS_EACH; ) {
            try {
                assertThat(send(client, server).statusCode()).isEqualTo(200);
                answers++;
            } catch (IOException e) {
                if (isOver()) {
                    throw new OverException();
                }
                if (e instanceof ConnectException) {
                    throw e;
                }
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
                .timeout(Eventually.PATIENCE)
                .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        answered.incrementAndGet();
        return response;
    }
}
