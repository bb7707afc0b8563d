package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.objects.CollidingNames;
import dev.multihoming.core.review.OtherSettings;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.ReadableText;
import dev.multihoming.core.review.Settings;
import dev.multihoming.plane.ProcessorTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Objects that are written to cost us time, memory or the reader's trust in what a terminal shows.
class HostileObjectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of processor time, whatever else the machine does: a hundred times what the slowest of these takes, and a
    /// hundredth of what a square would.
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(2);

    /// Much more than is read by default, so that work which grows with the square of it never ends.
    private static final int CONFIG_BYTES = 1_500_000;

    /// What begins, what is repeated, what ends the config.
    static final List<List<String>> CONFIGS = List.of(
            List.of("{\"type\":\"bridge\",\"dns\":{\"nameservers\":[0", ",\n0", "]}}"),
            List.of("{\"plugins\":[0", ",\n0", "]}"),
            List.of("{\"plugins\":[{\"type\":\"x\"}],\"cniVersions\":[0", ",\n0", "]}"),
            List.of("{\"plugins\":[{}", ",\n{}", "]}"),
            List.of("{\"plugins\":[{}", ",\n{\"type\":\"bridge\"}", "]}"),
            List.of("{\"type\":\"bridge\",\"vlanTrunk\":[{}", ",{\"minID\":5}", "]}"),
            List.of("{\"type\":\"bridge\",\"a\":0", ",\n\"type\":\"multus\"", "}"),
            List.of("{\"type\":\"bridge\",\"a\":[0", ",{\"type\":\"multus\"}", "]}"),
            List.of("{\"type\":\"bridge\"", ",\n\"VLAN\":7", "}"),
            List.of("{\"type\":\"bridge\",\"vlan\":\"x\"", ",\"\\u001b\":1", "}"),
            List.of("{\"type\":\"bridge\",\"args\":", "{\"cni\":", ""));

    /// The 256 KiB that an annotation may have.
    static final List<List<String>> ANNOTATIONS = List.of(
            List.of("[{\"name\":\"a\"}", "\n", ",{\"name\":\"b\"}]"),
            List.of("", "a@eth0,", "a"),
            List.of("[{\"name\":\"a\",\"cni-args\":", "{\"k\":", "1"),
            List.of("[{\"name\":\"a\"", ",\"NAME\":\"b\"", "}]"),
            List.of("[{\"name\":\"a\",\"ips\":[\"\"", ",\"x\"", "]}]"),
            List.of(
                    "[{\"name\":\"a\",\"portMappings\":[{\"hostPort\":1,\"containerPort\":1}",
                    ",{\"hostPort\":20000,\"containerPort\":80,\"protocol\":\"tcp\"}",
                    "]}]"));

    /// Text that moves the cursor, changes colours, reorders or hides.
    private static final List<String> INVISIBLE =
            List.of("\u001b[2J", "\u202e", "\u2028", "\u200b", "\u0007", "\u0085", "\n", "\ud800", "\ue000");

    private static final ReviewService WIDE =
            EmptyCluster.reviews(OtherSettings.with(Settings.DEFAULTS, "sizes.configBytes", CONFIG_BYTES + 100));
    private static final ReviewService REVIEWS = EmptyCluster.reviews(Settings.DEFAULTS);

    @ParameterizedTest
    @FieldSource("CONFIGS")
    void aHugeConfigIsJudgedInTimeThatGrowsWithItsLength(List<String> parts) throws IOException {
        for (Phase endpoint : Phase.values()) {
            byte[] body = nad(grown(parts, CONFIG_BYTES));
            byte[] answer = ProcessorTime.atMost(FAR_TOO_LONG, () -> reply(WIDE, endpoint, body));

            // A repair has the whole config in it.
            assertThat(answer).hasSizeLessThan(endpoint == Phase.MUTATE ? 2 * body.length : 200_000);
            assertThat(JSON.readTree(answer).at("/response/allowed").asBoolean())
                    .isEqualTo(endpoint == Phase.MUTATE);
        }
    }

    @ParameterizedTest
    @FieldSource("CONFIGS")
    void aConfigOverTheLimitIsNotRead(List<String> parts) throws IOException {
        JsonNode answer = JSON.readTree(reply(REVIEWS, Phase.VALIDATE, nad(grown(parts, CONFIG_BYTES))));

        assertThat(answer.at("/response/status/message").asText())
                .startsWith("MH212 ")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @FieldSource("ANNOTATIONS")
    void aHugeAnnotationGetsAnAnswerThatCanBeRead(List<String> parts) throws IOException {
        for (Phase endpoint : Phase.values()) {
            byte[] body = pod(grown(parts, 256 * 1024));
            byte[] answer = ProcessorTime.atMost(FAR_TOO_LONG, () -> reply(REVIEWS, endpoint, body));

            assertThat(answer).hasSizeLessThan(200_000);
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void anAnnotationThatNobodyCanStoreIsNotRead(Phase endpoint) throws IOException {
        byte[] answer = reply(REVIEWS, endpoint, pod("a@eth0,".repeat(200_000) + "a"));

        assertThat(JSON.readTree(answer).at("/response/status/message").asText())
                .startsWith(endpoint == Phase.VALIDATE ? "MH101 " : "")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a@net%s\"",
                "[\"a@net%s\"]",
                "{\"name\": \"%s\"}",
                "{%s}",
                "a@%s",
                "%s/a",
                "a%s",
                "[%s]",
                "[{\"%s\": {\"%s\": 1, \"%s\": 2}, \"name\": \"a\"}]",
                "[{\"name\": \"a\", \"mac\": \"%s\", \"ips\": [\"%s\"], \"interface\": \"%s\"}]",
                "[{\"name\": \"a\", \"namespace\": \"%s\", \"bandwidth\": {\"%s\": \"%s\"}}]"
            })
    void noMessageAboutAPodHasCharactersThatCannotBeSeen(String form) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String invisible : INVISIBLE) {
            lines.addAll(shown(pod(form.replace("%s", invisible))));
            lines.addAll(shown(pod(form.replace("%s", escaped(invisible)))));
        }
        assertThat(lines).isNotEmpty().allMatch(ReadableText::is);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"%s\"}",
                "{\"type\": \"bridge\", \"bridge\": \"%s/\", \"vlan\": \"%s\", \"name\": \"%s\"}",
                "{\"type\": \"bridge\", \"%s\": 1, \"%s\": 2}",
                "{\"type\": \"bridge\", \"%s\": {\"type\": \"multus\"}}",
                "{\"%stype\": \"bridge\"}",
                "{\"type\": \"bridge\", \"cniVersion\": \"%s\"}",
                "{%s}"
            })
    void noMessageAboutANadHasCharactersThatCannotBeSeen(String form) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String invisible : INVISIBLE) {
            lines.addAll(shown(nad(form.replace("%s", invisible))));
            lines.addAll(shown(nad(form.replace("%s", escaped(invisible)))));
        }
        assertThat(lines).isNotEmpty().allMatch(ReadableText::is);
    }

    @Test
    void ofMachinesNetworksAThousandAreRead() throws IOException {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < 100_000; i++) {
            object.withObject("/spec")
                    .withArray("networks")
                    .addObject()
                    .putObject("multus")
                    .put("networkName", "a");
        }

        byte[] answer = reply(REVIEWS, Phase.VALIDATE, review("kubevirt.io", "virtualmachineinstances", object));

        assertThat(answer).hasSizeLessThan(200_000);
        assertThat(JSON.readTree(answer).at("/response/warnings").toString()).contains("MH302");
    }

    @Test
    void whatIsReadAsATreeIsNotReadWhereItIsLarge() throws IOException {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < 400_000; i++) {
            object.withArray("spec").addObject();
        }

        assertThat(message(review("multihoming.dev", "multihomingpolicies", object)))
                .startsWith("MH904 not-judged: object: it has more than a MiB; ");
    }

    @Test
    void namesThatCollideAreRefusedAndHarmNobodyElse() throws IOException {
        ObjectNode object = JSON.createObjectNode();
        ObjectNode annotations = object.putObject("metadata").putObject("annotations");
        annotations.put("k8s.v1.cni.cncf.io/networks", "a");
        byte[] harmless = review("", "pods", object);
        CollidingNames.of(20_000).forEach(name -> annotations.put(name, ""));

        assertThat(message(review("", "pods", object))).startsWith("MH904 ");
        // The webhook for these fails open: to refuse to answer would be to admit.
        assertThat(message(review("k8s.cni.cncf.io", "network-attachment-definitions", object)))
                .startsWith("MH904 ");
        assertThat(message(harmless)).startsWith("MH107 ");
    }

    /// The time to convert a number grows faster than the number of its digits.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "apps, deployments, `{\"spec\": {\"replicas\": \"N\", \"template\": {}}}`",
                "``, pods, `{\"metadata\": {\"generation\": \"N\"}}`",
                "multihoming.dev, multihomingpolicies, `{\"spec\": {\"priority\": \"N\"}}`"
            })
    void numbersThatNoProgramWritesAreNotConverted(String group, String resource, String object) throws IOException {
        String review = new String(review(group, resource, (ObjectNode) JSON.readTree(object)), StandardCharsets.UTF_8)
                .replace("\"N\"", "9".repeat(CONFIG_BYTES));

        assertThat(message(review.getBytes(StandardCharsets.UTF_8)))
                .startsWith("MH904 not-judged: object: it has ")
                .contains("; what could not be judged");
    }

    private static String message(byte[] body) throws IOException {
        return JSON.readTree(reply(REVIEWS, Phase.VALIDATE, body))
                .at("/response/status/message")
                .asText();
    }

    private static String grown(List<String> parts, int length) {
        String body = parts.get(1)
                .repeat((length - parts.get(0).length()) / parts.get(1).length() - 10);
        return parts.get(0) + body + parts.get(2);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }

    /// Every sentence that anybody gets to see, line by line.
    private static List<String> shown(byte[] body) throws IOException {
        JsonNode response = JSON.readTree(reply(REVIEWS, Phase.VALIDATE, body)).at("/response");
        List<String> lines =
                new ArrayList<>(response.at("/status/message").asText().lines().toList());
        response.at("/warnings").forEach(warning -> lines.add(warning.asText()));
        response.at("/status/details/causes")
                .forEach(cause -> lines.add(cause.at("/message").asText()));
        return lines;
    }

    private static byte[] reply(ReviewService reviews, Phase endpoint, byte[] body) {
        Deadline deadline = Deadline.from(() -> 0, Duration.ofMinutes(1), Duration.ofSeconds(1));
        return switch (reviews.review(endpoint, body, deadline, Runnable::run)
                .toCompletableFuture()
                .join()) {
            case Reply.Reviewed(byte[] answer) -> answer;
            case Reply.Refused(int status, String sentence) -> throw new AssertionError(status + " " + sentence);
        };
    }

    private static byte[] pod(String networks) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("metadata").putObject("annotations").put("k8s.v1.cni.cncf.io/networks", networks);
        return review("", "pods", object);
    }

    private static byte[] nad(String config) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        object.putObject("spec").put("config", config);
        return review("k8s.cni.cncf.io", "network-attachment-definitions", object);
    }

    private static byte[] review(String group, String resource, ObjectNode object) throws IOException {
        ObjectNode review = JSON.createObjectNode();
        review.put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode request = review.putObject("request");
        request.put("uid", "u-1").put("operation", "CREATE").put("namespace", "tenant-a");
        request.putObject("resource").put("group", group).put("resource", resource);
        request.set("object", object);
        return JSON.writeValueAsString(review).replace("\ud800", "\\ud800").getBytes(StandardCharsets.UTF_8);
    }
}
