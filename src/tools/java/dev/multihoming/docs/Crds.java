package dev.multihoming.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.rules.RuleBook;
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
            "# Generated from the types of dev.multihoming.core.api by \"make docs\"; do not edit.\n";
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
                    .customResourceClasses(MultiHomingPolicy.class, MultiHomingExemption.class)
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
        ArrayNode columns = (ArrayNode) crd.at("/spec/versions/0/additionalPrinterColumns");
        ageLast(columns);
        // The API server leaves it out as the default, and who compares would see a difference for ever.
        columns.forEach(column -> ((ObjectNode) column).remove("priority"));
        JsonNode schema = crd.at("/spec/versions/0/schema/openAPIV3Schema");
        tidy(schema);
        // Without a spec a policy is the built-in one, and an exemption nothing.
        if (schema.at("/properties/spec").has("required")) {
            ((ObjectNode) schema).putArray("required").add("spec");
        }
        nameRules(schema);
        bound(schema);
        JsonNode requirement =
                schema.at("/properties/spec/properties/namespaceSelector/properties/matchExpressions/items");
        if (requirement instanceof ObjectNode in) {
            in.putArray("required").add("key").add("operator");
            in.withObject("/properties/key").put("minLength", 1);
            in.withObject("/properties/operator")
                    .putArray("enum")
                    .add("In")
                    .add("NotIn")
                    .add("Exists")
                    .add("DoesNotExist");
        }
        return crd;
    }

    /// As everywhere else in kubectl's tables.
    private static void ageLast(ArrayNode columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).path("name").asText().equals("Age")) {
                columns.add(columns.remove(i));
                return;
            }
        }
    }

    /// Which rules there are, in every CEL rule that asks.
    private static void nameRules(JsonNode node) {
        for (JsonNode validation : node.path("x-kubernetes-validations")) {
            String rule = validation.path("rule").asText();
            boolean rest = node.path("type").asText().equals("object");
            ((ObjectNode) validation).put("rule", rule.replace("RULES", rules(rest)));
        }
        node.forEach(Crds::nameRules);
    }

    /// Without bounds the API server takes a CEL rule for too expensive.
    private static void bound(JsonNode node) {
        if (node instanceof ObjectNode object) {
            switch (object.path("type").asText()) {
                case "array" -> object.put("maxItems", 500);
                case "string" -> object.put("maxLength", 400);
                case "object" -> {
                    if (object.has("additionalProperties")) {
                        object.put("maxProperties", 250);
                    }
                }
                default -> {
                    // Numbers have bounds of their own.
                }
            }
        }
        node.forEach(Crds::bound);
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

    private static String rules(boolean rest) {
        return RuleBook.cards().stream()
                .filter(EffectivePolicy::isOpen)
                .flatMap(card -> Stream.of(card.code(), card.name()))
                .collect(Collectors.joining("', '", rest ? "['*', '" : "['", "']"));
    }
}
