package dev.multihoming.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.ReadableText;
import dev.multihoming.webhook.http.Endpoints;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The answer to a review, in which everything stands that must stand in every answer.
///
/// @param response of the AdmissionReview
record Judged(JsonNode response) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\bMH[0-9]{3}\\b");
    private static final Pattern OUR_FAILURE = Pattern.compile("\\bMH9[0-9]{2}\\b");

    /// Twenty findings with two clauses of a thousand characters each, said twice.
    private static final int LONGEST = 200_000;

    static Judged by(Endpoints endpoints, Phase endpoint, byte[] review) {
        Endpoints.Answer answer = endpoints.answer(endpoint, review);
        Endpoints.Answer again = endpoints.answer(endpoint, review);
        require(answer.equals(again), "two answers to one review: " + answer + " and " + again);
        require(answer.status() == 200, "a review is refused: " + answer);
        return of(answer, Requests.UID);
    }

    /// @param uid that the review has
    static Judged of(Endpoints.Answer answer, String uid) {
        JsonNode review = read(answer.text());
        require(review.path("apiVersion").asText().equals("admission.k8s.io/v1"), "no apiVersion: " + answer);
        require(review.path("kind").asText().equals("AdmissionReview"), "no kind: " + answer);
        JsonNode response = review.path("response");
        require(response.path("uid").asText().equals(uid), "another uid than " + uid + ": " + answer);
        require(response.path("allowed").isBoolean(), "neither allowed nor denied: " + answer);
        require(answer.text().length() <= LONGEST, "an answer without end");
        Judged judged = new Judged(response);
        judged.requireReadableText();
        return judged;
    }

    boolean allowed() {
        return response.path("allowed").asBoolean();
    }

    /// The codes of all that is said.
    Set<String> codes() {
        return codes(said());
    }

    /// The codes of what denies.
    Set<String> deniedFor() {
        return allowed()
                ? Set.of()
                : codes(response.at("/status/message").asText().lines().toList());
    }

    private static Set<String> codes(List<String> lines) {
        Set<String> codes = new TreeSet<>();
        for (String line : lines) {
            CODE.matcher(line).results().map(MatchResult::group).forEach(codes::add);
        }
        return codes;
    }

    boolean isPatched() {
        return response.has("patch");
    }

    /// The object after the patch, whose tests must hold.
    ObjectNode patched(ObjectNode object) {
        try {
            JsonNode patch = JSON.readTree(response.path("patch").binaryValue());
            require(patch.isArray() && !patch.isEmpty(), "an empty patch");
            return (ObjectNode) JsonPatch.apply(patch, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> said() {
        List<String> lines =
                new ArrayList<>(response.at("/status/message").asText().lines().toList());
        response.at("/status/details/causes")
                .forEach(cause -> lines.add(cause.path("message").asText()));
        response.path("warnings").forEach(warning -> lines.add(warning.asText()));
        return lines;
    }

    private void requireReadableText() {
        for (String line : said()) {
            require(ReadableText.is(line), "characters that cannot be seen: " + line);
            require(
                    !OUR_FAILURE
                            .matcher(line.substring(0, Math.min(6, line.length())))
                            .find(),
                    line);
        }
        if (!allowed()) {
            require(!said().isEmpty(), "denied without a word: " + response);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("an answer that is no JSON: " + text, e);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
