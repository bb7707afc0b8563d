package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.review.Phase;
import dev.multihoming.webhook.http.Endpoints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
                Judged judged = Judged.of(answer, uid(body, answer));
                require(endpoint == Phase.VALIDATE || judged.allowed(), "the mutating endpoint denies");
            } else {
                require(answer.status() >= 400 && answer.status() < 500, "a server error: " + answer);
                require(answer.text().length() < 10_000, "a refusal without end");
            }
        }
    }

    /// The API server sends UTF-8, and JSON also where nobody reads. What is neither is answered as well (to Jackson a
    /// key with a byte of 255 in it is the key without it): of that a tree says nothing, and the answer's own uid
    /// is taken.
    private static String uid(byte[] body, Endpoints.Answer answer) {
        try {
            return at("/request/uid", strictly(body));
        } catch (IOException _) {
            return answered(answer);
        }
    }

    private static String strictly(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static String answered(Endpoints.Answer answer) {
        try {
            return at("/response/uid", answer.text());
        } catch (IOException e) {
            throw new AssertionError("an answer that is no JSON", e);
        }
    }

    private static String at(String pointer, String json) throws IOException {
        return JSON.readTree(json).at(pointer).asText();
    }
}
