package dev.multihoming.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.multihoming.plane.Eventually;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a real API server does only after minutes or never: tokens that end, answers without an end.
class ApiPagesTest {
    private static final int MAX_BYTES = 8_000;

    private final List<String> seen = new ArrayList<>();
    private final List<Integer> limits = new ArrayList<>();
    private final CompletableFuture<Long> sentInVain = new CompletableFuture<>();
    private HttpServer server = unbound();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTokenThatHasEndedIsReplacedByTheOneThatTheStatusBrings() throws IOException {
        server.createContext("/api/v1/pods", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            if (query.endsWith("continue=old")) {
                answer(exchange, 410, "{'kind': 'Status', 'code': 410, 'metadata': {'continue': 'new'}}");
            } else if (query.endsWith("continue=new")) {
                answer(exchange, 200, "{'items': [{'name': 'c'}], 'metadata': {}}");
            } else {
                // Custom resources come with their items before their metadata.
                answer(exchange, 200, "{'items': [{'name': 'a'}, {'name': 'b'}], 'metadata': {'continue': 'old'}}");
            }
        });
        list();
        assertThat(seen).containsExactly("a", "b", "c");
    }

    @Test
    void withoutSuchATokenTheListHasNoEnd() {
        server.createContext("/api/v1/pods", exchange -> answer(exchange, 410, "{'metadata': {}}"));
        assertThatThrownBy(this::list).isInstanceOf(ApiStatusException.class).hasMessageContaining("410");
    }

    @Test
    void aPageOfTooManyBytesIsAskedForAgainInSmallerPages() throws IOException {
        serve(40, i -> i >= 20 && i < 24 ? 3_000 : 100);
        list(16);

        assertThat(seen).isEqualTo(names(40));
        // Of the large ones two fit into a page; before and after them it grows.
        assertThat(limits).containsExactly(16, 16, 4, 8, 2, 2, 2, 4, 8, 16);
    }

    @Test
    void oneObjectOfTooManyBytesEndsTheListAndNotTheProcess() {
        serve(40, i -> i == 20 ? MAX_BYTES : 100);

        assertThatThrownBy(() -> list(16))
                .isInstanceOf(IOException.class)
                .hasMessage("an answer of the API server has more than 8000 bytes");
        assertThat(seen).isEqualTo(names(20));
    }

    @Test
    void anAnswerIsNotReadBeyondTheBound() {
        server.createContext("/api/v1/pods", exchange -> sendWithoutEnd(exchange, new byte[64 << 10], 0));
        assertThatThrownBy(() -> list(1)).isInstanceOf(BodyTooLargeException.class);

        // What the sockets on both sides take before the sender sees that nobody reads.
        assertThat(sentInVain.join()).isLessThan(64 << 20);
    }

    @Test
    void anErrorIsNotReadBeyondTheBoundEither() {
        server.createContext("/api/v1/pods", exchange -> answer(exchange, 500, "x".repeat(MAX_BYTES + 1)));
        assertThatThrownBy(() -> list(1)).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void anAnswerThatNobodyWaitsForAnyMoreIsNotReadOn() {
        server.createContext("/api/v1/pods", exchange -> sendWithoutEnd(exchange, new byte[1], 20));
        // On a busy machine the time may be over before the first request arrives.
        Eventually.holds("the sender to see that nobody reads", () -> {
            assertThatThrownBy(() -> list(1, TimeUnit.MILLISECONDS.toNanos(500)))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(BodyTooLargeException.class);
            return sentInVain.isDone();
        });
    }

    /// A list of so many objects, which says no length, as an API server's does not.
    private void serve(int count, IntUnaryOperator bytesOf) {
        server.createContext("/api/v1/pods", exchange -> {
            Matcher query = Pattern.compile("limit=(\\d+)(?:&continue=(\\d+))?")
                    .matcher(exchange.getRequestURI().getQuery());
            assertThat(query.matches()).isTrue();
            limits.add(Integer.parseInt(query.group(1)));
            int from = query.group(2) == null ? 0 : Integer.parseInt(query.group(2));
            int to = Math.min(count, from + limits.getLast());
            String items = IntStream.range(from, to)
                    .mapToObj(i -> "{'name': '%d', 'text': '%s'}".formatted(i, "x".repeat(bytesOf.applyAsInt(i))))
                    .collect(Collectors.joining(","));
            send(
                    exchange,
                    200,
                    0,
                    "{'metadata': {'continue': '%s'}, 'items': [%s]}".formatted(to < count ? to : "", items));
        });
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private void sendWithoutEnd(HttpExchange exchange, byte[] piece, long pauseMillis) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        long sent = 0;
        try {
            while (true) {
                exchange.getResponseBody().write(piece);
                exchange.getResponseBody().flush();
                sent += piece.length;
                Thread.sleep(pauseMillis);
            }
        } catch (IOException | InterruptedException _) {
            sentInVain.complete(sent);
        }
    }

    private void list() throws IOException {
        list(2);
    }

    private void list(int page) throws IOException {
        list(page, Eventually.PATIENCE.toNanos());
    }

    private void list(int page, long nanos) throws IOException {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(address)
                        .build())
                .build()) {
            new ApiPages(client, Duration.ZERO, MAX_BYTES)
                    .list(
                            "api/v1/pods",
                            ApiPages.JSON,
                            page,
                            System.nanoTime() + nanos,
                            object -> seen.add(object.path("name").asText()));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.length(), body);
    }

    private static void send(HttpExchange exchange, int status, int length, String body) throws IOException {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer unbound() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
