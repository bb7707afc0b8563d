package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.PolicySnapshot;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.rules.RuleBook;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a policy does not enforce the rule that there is too much of something, it still enforces the others.
class UnenforcedLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIMITS = "MH111,MH212";
    private static final ReviewService WARNS = EmptyCluster.reviews(
            _ -> EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of((LIMITS + ",MH107,MH201").split(","))));
    private static final ReviewService EXEMPTS = EmptyCluster.reviews(namespace -> PolicySnapshot.of(
                    List.of(),
                    List.of(new Exemption(
                            "large",
                            "",
                            Set.of((LIMITS + ",MH107").split(",")),
                            Set.of(),
                            List.of(),
                            Set.of(),
                            Set.of(),
                            0,
                            Long.MAX_VALUE)),
                    EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of()))
            .governingUnheard(namespace));
    private static final ReviewService BUILT_IN =
            EmptyCluster.reviews(_ -> EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of()));

    @Test
    void aForeignNetworkAmongTooMany() throws IOException {
        String networks = "tenant-b/secret" + ",own".repeat(64);

        assertThat(deniedFor(BUILT_IN, networks)).containsExactly("MH111");
        assertThat(deniedFor(WARNS, networks)).containsExactly("MH105");
        assertThat(deniedFor(EXEMPTS, networks)).containsExactly("MH105");
        assertThat(deniedFor(WARNS, "own" + ",own".repeat(64))).isEmpty();
    }

    @Test
    void moreThanAnybodyLooksAtIsNotLetIn() throws IOException {
        String networks = "own" + ",own".repeat(1_000);

        assertThat(deniedFor(BUILT_IN, networks)).containsExactly("MH111");
        assertThat(deniedFor(WARNS, networks)).containsExactly("MH904");
        assertThat(deniedFor(EXEMPTS, networks)).containsExactly("MH904");
    }

    @Test
    void aForeignNetworkBesideBracketsWithoutEnd() throws IOException {
        String networks = "[{\"name\":\"x\",\"namespace\":\"tenant-b\",\"cni-args\":{\"y\":%s1%s}}]"
                .formatted("[".repeat(200), "]".repeat(200));

        assertThat(deniedFor(BUILT_IN, networks)).containsExactly("MH105");
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 200_000})
    void multusInALargeConfig(int blanks) throws IOException {
        String config = "{\"type\": \"x\", \"delegate\": {\"type\": \"multus\"}%s}".formatted(" ".repeat(blanks));

        assertThat(configDeniedFor(BUILT_IN, config)).containsExactly("MH212");
        assertThat(configDeniedFor(WARNS, config)).contains("MH206").doesNotContain("MH212");
        assertThat(configDeniedFor(EXEMPTS, config)).contains("MH206").doesNotContain("MH212");
    }

    @Test
    void multusInALongChain() throws IOException {
        String config = "{\"cniVersion\": \"1.0.0\", \"name\": \"a\", \"plugins\": [%s {\"type\": \"multus\"}]}"
                .formatted("{\"type\": \"tuning\"},".repeat(64));

        assertThat(configDeniedFor(BUILT_IN, config)).containsExactly("MH212");
        assertThat(configDeniedFor(WARNS, config)).contains("MH206");
    }

    @Test
    void aConfigThatNobodyReadsIsNotLetIn() throws IOException {
        String deep = "{\"type\": \"x\", \"a\": %s1%s}".formatted("[".repeat(200), "]".repeat(200));
        String long_ = "{\"type\": \"x\"%s}".formatted(" ".repeat(300_000));

        for (String config : List.of(deep, long_)) {
            assertThat(configDeniedFor(BUILT_IN, config)).containsExactly("MH212");
            assertThat(configDeniedFor(WARNS, config)).containsExactly("MH904");
            assertThat(configDeniedFor(EXEMPTS, config)).containsExactly("MH904");
        }
    }

    private static List<String> deniedFor(ReviewService reviews, String networks) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("metadata").putObject("annotations").put("k8s.v1.cni.cncf.io/networks", networks);
        return codes(reviews, "", "pods", object);
    }

    private static List<String> configDeniedFor(ReviewService reviews, String config) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("spec").put("config", config);
        return codes(reviews, "k8s.cni.cncf.io", "network-attachment-definitions", object);
    }

    private static List<String> codes(ReviewService reviews, String group, String resource, ObjectNode object)
            throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.put("uid", "u-1").put("operation", "CREATE").put("namespace", "tenant-a");
        request.putObject("resource").put("group", group).put("resource", resource);
        request.set("object", object);
        Deadline deadline = Deadline.from(() -> 0, Duration.ofMinutes(1), Duration.ofSeconds(1));
        Reply reply = reviews.review(Phase.VALIDATE, Reviews.bytes(request.toString()), deadline, Runnable::run)
                .toCompletableFuture()
                .join();
        JsonNode response = JSON.readTree(((Reply.Reviewed) reply).body()).path("response");
        if (response.path("allowed").asBoolean()) {
            return List.of();
        }
        return response.at("/status/message")
                .asText()
                .lines()
                .flatMap(line -> Stream.of(line.split(" ", 2)[0]))
                .distinct()
                .toList();
    }
}
