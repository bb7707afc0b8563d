package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What we ship lets nobody read a Secret but our own, by its name.
class SecretsTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void noSecretMayBeReadButOurOwnByName() {
        List<JsonNode> rules = rules().stream()
                .filter(rule -> has(rule, "apiGroups", "") || has(rule, "apiGroups", "*"))
                .filter(rule -> has(rule, "resources", "secrets") || has(rule, "resources", "*"))
                .toList();

        // The one of the self-managed certificate, and its creation, which Kubernetes cannot limit to a name.
        assertThat(rules).hasSize(2).allSatisfy(rule -> {
            assertThat(rule.path("role").asText()).isEqualTo("multihoming-system/multihoming-webhook-certificate");
            boolean onlyCreates = strings(rule.path("verbs")).equals(List.of("create"));
            assertThat(onlyCreates || strings(rule.path("resourceNames")).equals(List.of("multihoming-webhook-tls")))
                    .as(rule.toString())
                    .isTrue();
        });
    }

    private static boolean has(JsonNode rule, String field, String value) {
        return strings(rule.path(field)).contains(value);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    /// Of every Role and ClusterRole, each with the name of its role.
    private static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode role : documents()) {
            if (role.path("kind").asText().endsWith("Role")) {
                String name = role.at("/metadata/namespace").asText() + "/"
                        + role.at("/metadata/name").asText();
                role.path("rules").forEach(rule -> {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) rule).put("role", name);
                    rules.add(rule);
                });
            }
        }
        assertThat(rules).hasSizeGreaterThan(5);
        return rules;
    }

    private static List<JsonNode> documents() {
        List<JsonNode> documents = new ArrayList<>();
        for (String root : List.of("kustomize", "certs")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                    try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                        documents.addAll(values.readAll());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }
}
