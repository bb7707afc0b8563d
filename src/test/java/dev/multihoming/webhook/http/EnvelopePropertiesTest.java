package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever bytes arrive: a reply, never an exception, never a 5xx; and a review for whatever is a v1 AdmissionReview.
class EnvelopePropertiesTest {
    private static final int RUNS = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What someone might put where the API server puts something else.
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1.5e300",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "{\"a\":{\"b\":[1]}}",
            "\"\\ud800\"",
            "[[[[[[[[]]]]]]]]",
            "{\"uid\":\"u\",\"uid\":\"v\"}",
            "\"CREATE\"",
            "\"UPDATE\"");

    private static final List<String> KEYS = List.of(
            "uid",
            "resource",
            "subResource",
            "operation",
            "namespace",
            "name",
            "userInfo",
            "object",
            "oldObject",
            "metadata",
            "annotations",
            "spec",
            "config",
            "hostNetwork",
            "dryRun",
            "k8s.v1.cni.cncf.io/networks");

    private final Random random = new Random(20261123);
    private final ReviewService reviews = EmptyCluster.reviews(Settings.DEFAULTS);

    @Test
    void anyBytesGetAReply() {
        byte[] good = Reviews.bytes(Reviews.POD);
        for (int i = 0; i < RUNS; i++) {
            assertThat(reply(damaged(good))).isNotNull();
        }
    }

    @Test
    void everyReviewWithAUidIsReviewedWhateverIsInIt() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            String request = "{\"uid\":\"u-1\"" + members(3) + "}";
            switch (reply(Reviews.bytes(request))) {
                case Reply.Reviewed(byte[] body) ->
                    assertThat(JSON.readTree(body).at("/response/uid").asText())
                            .as(request)
                            .isNotEmpty();
                case Reply.Refused(int status, String sentence) ->
                    assertThat(uid(request))
                            .as("%d %s: %s", status, sentence, request)
                            .isEmpty();
            }
        }
    }

    private Reply reply(byte[] body) {
        Phase endpoint = random.nextBoolean() ? Phase.VALIDATE : Phase.MUTATE;
        Deadline deadline = Deadline.from(() -> 0, Duration.ofMinutes(1), Duration.ofSeconds(1));
        Reply reply = reviews.review(endpoint, body, deadline, Runnable::run)
                .toCompletableFuture()
                .join();
        if (reply instanceof Reply.Refused(int status, String sentence)) {
            assertThat(status).as(sentence).isBetween(400, 499);
        }
        return reply;
    }

    private byte[] damaged(byte[] good) {
        byte[] bytes = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /// Members in any number and order, each known key with any value; deeper ones down to `depth`.
    private String members(int depth) {
        StringBuilder members = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String value = depth > 0 && random.nextInt(3) == 0
                    ? "{\"x\":0" + members(depth - 1) + "}"
                    : VALUES.get(random.nextInt(VALUES.size()));
            members.append(",\"")
                    .append(KEYS.get(random.nextInt(KEYS.size())))
                    .append("\":")
                    .append(value);
        }
        return members.toString();
    }

    /// The last one wins, in our decoder as in Jackson's tree.
    private static String uid(String request) throws JsonProcessingException {
        JsonNode uid = JSON.readTree(request).path("uid");
        return uid.isTextual() ? uid.asText() : "";
    }
}
