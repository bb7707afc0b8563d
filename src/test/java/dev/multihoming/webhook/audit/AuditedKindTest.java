package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.admission.Interception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditedKindTest {
    private static final JsonNode SHIPPED = shipped();

    @Test
    void theNamespacesThatAreLeftOutAreThoseOfTheWebhook() {
        SHIPPED.findValues("matchExpressions").forEach(expressions -> {
            Set<String> values = new HashSet<>();
            expressions.at("/0/values").forEach(value -> values.add(value.asText()));
            assertThat(values).isEqualTo(Interception.LEFT_OUT);
        });
    }

    @Test
    void whatTheWebhookJudgesOfThatIsLookedThrough() {
        Set<String> asked = new HashSet<>();
        SHIPPED.findValues("rules")
                .forEach(rules -> rules.forEach(rule -> rule.path("apiGroups")
                        .forEach(group -> rule.path("resources")
                                .forEach(resource -> asked.add(group.asText() + "/" + resource.asText())))));
        asked.removeIf(resource -> resource.contains("multihoming.dev/")
                || resource.startsWith("operator.openshift.io/")
                || resource.startsWith("/pods/")
                || resource.equals("/bindings"));
        Set<String> audited = new HashSet<>();
        AuditedKind.ALL.forEach(kind -> audited.add(kind.resource().group() + "/" + kind.resource()));

        assertThat(audited).isEqualTo(asked);
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
