package dev.multihoming.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.ChildProcess;
import dev.multihoming.plane.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A real Prometheus that scrapes a webhook of this machine every second and evaluates our alerts.
final class PrometheusServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final ChildProcess process;

    private PrometheusServer(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Returns when it answers. `programs` is where the program is.
    static PrometheusServer scraping(int managementPort, Path programs, Path home) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("alerts.yaml"), new YAMLMapper().writeValueAsString(Queries.alerts()));
        Path configuration = Files.writeString(home.resolve("prometheus.yaml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [alerts.yaml]
                scrape_configs:
                  - job_name: multihoming-webhook
                    metrics_path: /q/metrics
                    static_configs: [{targets: ["127.0.0.1:%d"], labels: {pod: a}}]
                """.formatted(managementPort));
        int port = FreePort.find();
        List<String> command = List.of(
                programs.resolve("prometheus").toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + home.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port);
        ChildProcess process = ChildProcess.start("Prometheus", home.resolve("prometheus.log"), command, Map.of());
        PrometheusServer server = new PrometheusServer(port, process);
        try {
            process.waitUntilReady(server::isReady);
            return server;
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    /// The samples that the query has at this moment.
    JsonNode samples(String query) {
        String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        try {
            return JSON.readTree(get(path).body()).at("/data/result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of each alert, by its name: `ok` where it was evaluated, `err` where it could not be.
    List<String> health() throws IOException {
        JsonNode groups = JSON.readTree(get("/api/v1/rules").body());
        return groups.findValues("rules").stream()
                .flatMap(rules -> rules.valueStream())
                .map(rule ->
                        rule.path("name").asText() + " " + rule.path("health").asText())
                .toList();
    }

    private boolean isReady() {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking Prometheus", e);
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
