package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.admission.Endpoints;
import dev.multihoming.review.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The input is the body of a request, to both endpoints.
public final class EnvelopeFuzz {
    private static final Endpoints ENDPOINTS = new Endpoints(new FuzzCluster());
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnvelopeFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        for (Phase endpoint : Phase.values()) {
            Endpoints.Answer answer = ENDPOINTS.answer(endpoint, body);
            require(answer.equals(ENDPOINTS.answer(endpoint, body)), "two answers to one request");
            if (answer.status() == 200) {
                Judged judged = Judged.of(answer, uid(body));
                require(endpoint == Phase.VALIDATE || judged.allowed(), "the mutating endpoint denies");
            } else {
                require(answer.status() >= 400 && answer.status() < 500, "a server error: " + answer);
                require(answer.text().length() < 10_000, "a refusal without end");
            }
        }
    }

    /// Bytes that are no UTF-8 are read as replacement characters: the API server sends none.
    private static String uid(byte[] body) {
        try {
            JsonNode uid =
                    JSON.readTree(new String(body, StandardCharsets.UTF_8)).at("/request/uid");
            return uid.asText();
        } catch (IOException e) {
            throw new AssertionError("answered what is no JSON", e);
        }
    }
}
