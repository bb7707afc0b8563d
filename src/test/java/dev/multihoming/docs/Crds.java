package dev.multihoming.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.api.MultiHomingPolicy;
import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.rules.RuleBook;
import io.fabric8.crdv2.generator.CRDGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The CRDs, generated from the Java types, with what only a list of all rules can say.
final class Crds {
    static final Path FOLDER = Path.of("kustomize/crds");

    private static final String HEADER =
            "# Generated from the types of dev.multihoming.api by \"make docs\"; do not edit.\n";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    private Crds() {}

    static Map<Path, String> all() {
        Map<Path, String> documents = new TreeMap<>();
        try {
            Path folder = Files.createTempDirectory("crds-");
            new CRDGenerator()
                    .customResourceClasses(MultiHomingPolicy.class)
                    .inOutputDir(folder.toFile())
                    .detailedGenerate();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    JsonNode crd = YAML.readTree(file.toFile());
                    String name = crd.at("/spec/names/plural").asText() + ".yaml";
                    documents.put(FOLDER.resolve(name), HEADER + YAML.writeValueAsString(completed(crd)));
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private static JsonNode completed(JsonNode crd) {
        ((ObjectNode) crd.at("/spec/names")).putArray("categories").add("multihoming");
        JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema");
        tidy(schema);
        ObjectNode spec = (ObjectNode) schema.at("/properties/spec/properties");
        // Bounds, without which the API server takes a rule for too expensive.
        spec.withObject("/rules").put("maxProperties", 200);
        bounded(spec.withObject("/allowedForeignReferences"), 1_000, 317);
        bounded(spec.withObject("/namespaces"), 1_000, 63);
        spec.withObject("/namespaceSelector/properties/matchExpressions/items/properties/operator")
                .putArray("enum")
                .add("In")
                .add("NotIn")
                .add("Exists")
                .add("DoesNotExist");
        ObjectNode rule = (ObjectNode) spec.at("/rules/x-kubernetes-validations/0");
        rule.put("rule", rule.path("rule").asText().replace("RULES", rules()));
        return crd;
    }

    private static void bounded(ObjectNode list, int most, int longest) {
        list.put("maxItems", most);
        list.withObject("/items").put("maxLength", longest);
    }

    /// Of a record the generator reads every annotation twice; and bounds of whole numbers are whole numbers.
    private static void tidy(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.get("x-kubernetes-validations") instanceof ArrayNode validations) {
                Set<JsonNode> once = new LinkedHashSet<>();
                validations.forEach(once::add);
                validations.removeAll().addAll(once);
            }
            for (String bound : List.of("minimum", "maximum")) {
                if (object.path(bound).isNumber()) {
                    object.put(bound, object.path(bound).asLong());
                }
            }
        }
        node.forEach(Crds::tidy);
    }

    private static String rules() {
        return RuleBook.cards().stream()
                .filter(EffectivePolicy::isOpen)
                .flatMap(card -> Stream.of(card.code(), card.name()))
                .collect(Collectors.joining("', '", "['*', '", "']"));
    }
}
