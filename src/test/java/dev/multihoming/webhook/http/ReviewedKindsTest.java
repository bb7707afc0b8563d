package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The table of what is reviewed and the webhook configurations that we ship say the same.
class ReviewedKindsTest {
    private static final List<JsonNode> MUTATING = webhooks("mutating.yaml");
    private static final List<JsonNode> VALIDATING = webhooks("validating.yaml");

    @Test
    void theSameResourcesAndOperationsAreRepaired() {
        assertThat(rules(MUTATING)).isEqualTo(rows(ReviewedKind::repaired));
    }

    @Test
    void theSameResourcesAndOperationsAreJudged() {
        assertThat(rules(VALIDATING)).isEqualTo(rows(ReviewedKind::judged));
    }

    @Test
    void theSameNamespacesAreLeftOut() {
        List<JsonNode> namespaced = new ArrayList<>(MUTATING);
        VALIDATING.stream()
                .filter(webhook -> webhook.at("/rules/0/scope").asText().equals("Namespaced"))
                .forEach(namespaced::add);
        assertThat(namespaced).hasSizeGreaterThan(5).allSatisfy(webhook -> {
            Set<String> values = new TreeSet<>();
            webhook.at("/namespaceSelector/matchExpressions/0/values").forEach(value -> values.add(value.asText()));
            assertThat(values).isEqualTo(ReviewedKind.LEFT_OUT);
        });
    }

    @Test
    void workloadsThatAControllerMadeAreLeftOut() {
        ObjectNode plain = object("team-a", "web");
        ObjectNode made = plain.deepCopy();
        made.withObject("/metadata").putArray("ownerReferences").addObject().put("controller", true);
        assertThat(resources(VALIDATING, hasCondition("not-made-by-a-controller")))
                .isEqualTo(of(kind -> kind.isJudged("team-a", plain) && !kind.isJudged("team-a", made)))
                .isEqualTo(of(kind -> kind.content() instanceof Content.Workloads));
    }

    @Test
    void theDefaultNetworkOfOvnKubernetesIsJudgedAndNotRepaired() {
        String namespace = "openshift-ovn-kubernetes";
        ObjectNode object = object(namespace, "default");
        Predicate<JsonNode> leavesItOut = hasCondition("not-the-default-network-of-ovn-kubernetes");
        assertThat(resources(MUTATING, leavesItOut))
                .isEqualTo(of(kind -> kind.repaired().contains("CREATE") && !kind.isRepaired(namespace, object)));
        // What one webhook leaves out, another is asked about.
        assertThat(resources(VALIDATING, hasCondition("the-default-network-of-ovn-kubernetes")))
                .isEqualTo(resources(VALIDATING, leavesItOut))
                .isEqualTo(of(kind -> kind.isNad() && kind.isJudged(namespace, object)));
    }

    @Test
    void whatIsJudgedAndStaysIsAudited() {
        assertThat(of(ReviewedKind::audited))
                .isEqualTo(of(kind -> kind.judged().contains("UPDATE")
                        && kind.resource().subresource().isEmpty()
                        && !(kind.content() instanceof Content.Own)
                        && !(kind.content() instanceof Content.Operator)));
    }

    private static Predicate<JsonNode> hasCondition(String name) {
        return webhook ->
                webhook.path("matchConditions").findValuesAsText("name").contains(name);
    }

    private static Set<String> of(Predicate<ReviewedKind> which) {
        Set<String> resources = new TreeSet<>();
        ReviewedKinds.all().stream().filter(which).forEach(kind -> resources.add(path(kind)));
        return resources;
    }

    private static Set<String> rows(Function<ReviewedKind, Set<String>> operations) {
        Set<String> rows = new TreeSet<>();
        ReviewedKinds.all()
                .forEach(kind -> operations.apply(kind).forEach(operation -> rows.add(operation + " " + path(kind))));
        return rows;
    }

    private static String path(ReviewedKind kind) {
        return kind.resource().group() + "/" + kind.resource();
    }

    private static Set<String> rules(List<JsonNode> webhooks) {
        Set<String> rules = new TreeSet<>();
        for (JsonNode webhook : webhooks) {
            for (JsonNode rule : webhook.path("rules")) {
                rule.path("operations")
                        .forEach(operation ->
                                resources(rule).forEach(resource -> rules.add(operation.asText() + " " + resource)));
            }
        }
        return rules;
    }

    private static Set<String> resources(List<JsonNode> webhooks, Predicate<JsonNode> which) {
        Set<String> resources = new TreeSet<>();
        webhooks.stream()
                .filter(which)
                .forEach(webhook -> webhook.path("rules").forEach(rule -> resources.addAll(resources(rule))));
        return resources;
    }

    private static Set<String> resources(JsonNode rule) {
        Set<String> resources = new TreeSet<>();
        rule.path("apiGroups")
                .forEach(group -> rule.path("resources")
                        .forEach(resource -> resources.add(group.asText() + "/" + resource.asText())));
        return resources;
    }

    private static ObjectNode object(String namespace, String name) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.putObject("metadata").put("namespace", namespace).put("name", name);
        return object;
    }

    private static List<JsonNode> webhooks(String file) {
        List<JsonNode> webhooks = new ArrayList<>();
        try {
            new YAMLMapper()
                    .readTree(Path.of("webhook-config", file).toFile())
                    .path("webhooks")
                    .forEach(webhooks::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(webhooks).isNotEmpty();
        return webhooks;
    }
}
