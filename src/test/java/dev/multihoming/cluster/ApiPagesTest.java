package dev.multihoming.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a real API server does only after minutes: tokens that end.
class ApiPagesTest {
    private final List<String> seen = new ArrayList<>();
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

    private void list() throws IOException {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(address)
                        .build())
                .build()) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            new ApiPages(client)
                    .list(
                            "api/v1/pods",
                            ApiPages.JSON,
                            2,
                            end,
                            object -> seen.add(object.path("name").asText()));
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
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
