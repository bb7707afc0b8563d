package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.client.WebhookFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {
    private static final JsonNode SHIPPED = shipped();

    @Test
    void whatTheApiServerAddsIsNoDrift() {
        assertThat(Drift.between(
                        SHIPPED, registered(webhook -> webhook.putObject("objectSelector")), List.of(), Instant.now()))
                .isEmpty();
    }

    @Test
    void whatTheOpenShiftVariantAddsIsNoDrift() throws IOException {
        assertThat(Files.readString(Path.of("kustomize/overlays/openshift/registration/kustomization.yaml")))
                .contains(
                        "name: " + WebhookFields.PLATFORM_LEFT_OUT.path("name").asText())
                .contains("expression: \""
                        + WebhookFields.PLATFORM_LEFT_OUT.path("expression").asText() + "\"");
        ObjectNode variant =
                registered(webhook -> webhook.withArray("matchConditions").add(WebhookFields.PLATFORM_LEFT_OUT));
        assertThat(Drift.between(SHIPPED, variant, List.of(), Instant.now())).isEmpty();
    }

    @Test
    void aConfigurationThatIsGoneIsAbsent() {
        assertThat(Drift.between(SHIPPED, MissingNode.getInstance(), List.of(), Instant.now()))
                .containsExactly(DriftAspect.ABSENCE);
    }

    @Test
    void aWebhookMoreOrLessIsDrift() {
        ObjectNode one = registered(_ -> {});
        ((ArrayNode) one.path("webhooks")).remove(0);
        assertThat(Drift.between(SHIPPED, one, List.of(), Instant.now())).containsExactly(DriftAspect.ABSENCE);
        ObjectNode other = registered(_ -> {});
        ((ArrayNode) other.path("webhooks")).addObject().put("name", "theirs");
        assertThat(Drift.between(SHIPPED, other, List.of(), Instant.now())).containsExactly(DriftAspect.ABSENCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failurePolicy     | "Ignore"                                         | FAILURE_POLICY
            rules             | []                                               | RULES
            matchConditions   | [{"name": "never", "expression": "false"}]        | CONDITIONS
            namespaceSelector | {"matchLabels": {"watched": "yes"}}              | SELECTORS
            objectSelector    | {"matchLabels": {"watched": "yes"}}              | SELECTORS
            timeoutSeconds    | 1                                                | REST
            clientConfig      | {"caBundle": "eA==", "url": "https://elsewhere"} | CLIENT
            """)
    void everythingThatDecidesWhatIsAskedIsLookedAt(String field, String value, DriftAspect aspect) throws IOException {
        JsonNode other = new YAMLMapper().readTree(value);
        ObjectNode registered = registered(_ -> {});
        ((ObjectNode) registered.at("/webhooks/1")).set(field, other);

        assertThat(Drift.between(SHIPPED, registered, List.of(), Instant.now())).containsExactly(aspect);
    }

    @Test
    void withoutACaBundleNothingArrives() {
        assertThat(Drift.between(SHIPPED, SHIPPED, List.of(), Instant.now())).containsExactly(DriftAspect.CA_BUNDLE);
    }

    private static ObjectNode registered(Consumer<ObjectNode> change) {
        ObjectNode registered = SHIPPED.deepCopy();
        registered.path("webhooks").forEach(webhook -> {
            ((ObjectNode) webhook.path("clientConfig")).put("caBundle", "eA==");
            change.accept((ObjectNode) webhook);
        });
        return registered;
    }

    private static JsonNode shipped() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("webhook-config/validating.yaml").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
