package dev.multihoming.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.chaos.Answer;
import dev.multihoming.chaos.DirectReview;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks one replica to validate, past the API server, over one connection.
final class DirectClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().sslContext(DirectReview.tls()).build();
    private final URI validate;

    DirectClient(int port) {
        this.validate = URI.create("https://127.0.0.1:" + port + "/validate");
    }

    /// What it says to the creation of a pod, as the API server would pass it on.
    Answer pod(String namespace, String pod) throws InterruptedException {
        return review("""
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                  "uid": "u-1", "operation": "CREATE", "namespace": "%s", "userInfo": {"username": "developer"},
                  "resource": {"group": "", "version": "v1", "resource": "pods"}, "object": %s}}
                """.formatted(namespace, pod));
    }

    private Answer review(String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(validate)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode response = JSON.readTree(answer.body()).path("response");
            return answer.statusCode() != 200 || response.isMissingNode() ? failed(answer.body()) : passedOn(response);
        } catch (IOException e) {
            return failed(e.toString());
        }
    }

    private static Answer passedOn(JsonNode response) {
        List<String> warnings = new ArrayList<>();
        response.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return response.path("allowed").asBoolean()
                ? new Answer(201, response.toString(), warnings)
                : new Answer(
                        403,
                        "denied the request: " + response.at("/status/message").asText(),
                        warnings);
    }

    private static Answer failed(String reason) {
        return new Answer(500, "failed calling webhook: " + reason, List.of());
    }

    @Override
    public void close() {
        http.close();
    }
}
