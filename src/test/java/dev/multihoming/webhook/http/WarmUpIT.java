package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.LoneServer;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.webhook.certs.TrustsEverybody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged server before it is ready, without a cluster.
class WarmUpIT {
    @TempDir
    Path home;

    @Test
    void itReviewsByItselfAndNobodyHearsOfIt() throws Exception {
        ServingCertificate.writeInto(home);
        // It ends with its last review: on a busy machine that takes longer than an operator would wait.
        var settings =
                Map.of("MULTIHOMING_WARM_UP", "4m", "QUARKUS_LOG_CATEGORY__DEV_MULTIHOMING_DECISIONS__LEVEL", "DEBUG");
        try (LoneServer server = LoneServer.start(home, settings)) {
            Eventually.holds("the end of the warm-up", () -> isWarm(server));
            assertThat(warmUp(server).at("/data/reviews").asInt()).isGreaterThan(100);
            assertThat(server.log()).doesNotContain("decision=");
            assertThat(server.get("/q/metrics"))
                    .contains("multihoming_review_duration_seconds_count{hook=\"mutate\"} 0")
                    .doesNotContain("multihoming_reviews_total{")
                    .doesNotContain("multihoming_findings_total{");

            sendWithAGuessedWord(server);
            assertThat(server.log()).contains("decision=allowed");
            assertThat(server.get("/q/metrics")).contains("multihoming_reviews_total{");
        }
    }

    /// There is no certificate, so that it cannot even talk to itself.
    @Test
    void whatGoesWrongInItEndsWithItsTime() {
        try (LoneServer server = LoneServer.start(home, Map.of("MULTIHOMING_WARM_UP", "1s"))) {
            Eventually.holds("the end of the warm-up", () -> isWarm(server));
            assertThat(warmUp(server).at("/data/reviews").asInt()).isZero();
        }
    }

    private static boolean isWarm(LoneServer server) {
        return warmUp(server).path("status").asText().equals("UP");
    }

    private static JsonNode warmUp(LoneServer server) {
        try {
            JsonNode checks =
                    new ObjectMapper().readTree(server.get("/q/health/ready")).path("checks");
            return StreamSupport.stream(checks.spliterator(), false)
                    .filter(check -> check.path("name").asText().equals("warm-up"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void sendWithAGuessedWord(LoneServer server) throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/validate"))
                .header("content-type", "application/json")
                .header(WarmUpGate.HEADER, "guessed")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Reviews.bytes(Reviews.request("x", "y"))))
                .build();
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
