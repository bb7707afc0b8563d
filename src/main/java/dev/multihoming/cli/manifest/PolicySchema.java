package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.rules.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What the API server refuses of a policy or an exemption by the schema of its CRD: fields that do not exist or are
/// missing, and values of another type or size. Its CEL rules are not evaluated here.
public final class PolicySchema {
    /// What such a problem is called, in place of a rule.
    public static final String NAME = "invalid-field";

    private static final Map<String, String> FILES = Map.of(
            "MultiHomingPolicy", "multihomingpolicies",
            "MultiHomingExemption", "multihomingexemptions");

    /// The API server has a schema of its own for them, and the webhook writes the status.
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata", "status");

    private static final String PREFIX = MultiHomingPolicy.GROUP + "/";

    private static final Map<String, JsonNode> CRDS = new ConcurrentHashMap<>();

    private final FieldProblems problems;

    private PolicySchema(FieldProblems problems) {
        this.problems = problems;
    }

    static List<Problem> in(Manifest manifest) {
        if (!manifest.apiVersion().startsWith(PREFIX)) {
            return List.of();
        }
        FieldProblems problems = new FieldProblems(manifest);
        PolicySchema check = new PolicySchema(problems);
        schema(manifest)
                .ifPresentOrElse(
                        schema -> {
                            check.fields(schema, manifest.object(), "");
                            new ObjectMetadata(problems).check(manifest.object().path("metadata"));
                        },
                        () -> check.unknown(manifest));
        return problems.all();
    }

    /// Empty for other kinds, and for a version that the CRD does not have.
    private static Optional<JsonNode> schema(Manifest manifest) {
        String file = FILES.get(manifest.kind());
        if (file == null) {
            return Optional.empty();
        }
        String version = manifest.apiVersion().substring(PREFIX.length());
        return StreamSupport.stream(
                        CRDS.computeIfAbsent(file, PolicySchema::read)
                                .at("/spec/versions")
                                .spliterator(),
                        false)
                .filter(it -> it.path("name").asText().equals(version))
                .map(it -> it.at("/schema/openAPIV3Schema"))
                .findFirst();
    }

    private void unknown(Manifest manifest) {
        boolean isKind = FILES.containsKey(manifest.kind());
        problems.add(
                isKind ? "apiVersion" : "kind",
                isKind
                        ? "there is no %s of that version".formatted(manifest.kind())
                        : "there is no %s in %s%s"
                                .formatted(
                                        Quoted.of(manifest.kind()),
                                        Quoted.of(manifest.apiVersion()),
                                        closest(manifest.kind(), FILES.keySet())),
                isKind
                        ? "Write " + PREFIX + MultiHomingPolicy.VERSION
                        : "Write one of " + FILES.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static JsonNode read(String file) {
        try (InputStream crd = PolicySchema.class.getResourceAsStream("/crds/" + file + ".yaml")) {
            if (crd == null) {
                throw new IllegalStateException("the CRD is not in the jar");
            }
            return new YAMLMapper().readTree(crd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(JsonNode schema, JsonNode value, String field) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                if (problems.isA(value.isObject(), "a map", value, field)) {
                    fields(schema, value, field);
                }
            }
            case "array" -> {
                if (problems.isA(value.isArray(), "a list", value, field)) {
                    elements(schema, value, field);
                }
            }
            case "string" -> {
                if (problems.isA(value.isTextual(), "a string", value, field)) {
                    text(schema, value.asText(), field);
                }
            }
            case "integer" -> {
                if (problems.isA(value.canConvertToExactIntegral(), "a whole number", value, field)) {
                    number(schema, value, field);
                }
            }
            case "boolean" -> problems.isA(value.isBoolean(), "true or false", value, field);
            default -> {}
        }
    }

    /// A field that is null is as good as absent (apiextensions-apiserver, `PruneNonNullableNullsWithoutDefaults`). An
    /// element of a list is not.
    private void fields(JsonNode schema, JsonNode object, String field) {
        JsonNode known = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            String inside = field.isEmpty() ? name : field + (name.contains(".") ? "[" + name + "]" : "." + name);
            if (entry.getValue().isNull() && (known.has(name) || others.isObject())) {
                return;
            }
            if (known.has(name)) {
                if (!field.isEmpty() || !OF_EVERY_OBJECT.contains(name)) {
                    value(known.path(name), entry.getValue(), inside);
                }
            } else if (others.isObject()) {
                value(others, entry.getValue(), inside);
            } else if (known.isObject() && (!field.isEmpty() || !OF_EVERY_OBJECT.contains(name))) {
                problems.add(
                        inside,
                        "there is no field " + Quoted.of(name) + closest(name, names(known)),
                        "the API server refuses the object from kubectl, and drops the field from others",
                        "Remove it, or correct it");
            }
        });
        for (JsonNode required : schema.path("required")) {
            if (!object.hasNonNull(required.asText())) {
                problems.add(field, "the field %s is missing".formatted(required.asText()), "Set it");
            }
        }
        atMost(schema, "maxProperties", object.size(), "entries", field);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String closest(String name, Collection<String> names) {
        return new Suggestions()
                .closest(name, names)
                .map(it -> "; closest: " + it)
                .orElse("");
    }

    private void elements(JsonNode schema, JsonNode list, String field) {
        for (int i = 0; i < list.size(); i++) {
            value(schema.path("items"), list.get(i), field + "[" + i + "]");
        }
        atMost(schema, "maxItems", list.size(), "elements", field);
    }

    private void text(JsonNode schema, String text, String field) {
        atMost(schema, "maxLength", text.codePointCount(0, text.length()), "characters", field);
        if (schema.has("minLength") && text.length() < schema.path("minLength").asInt()) {
            problems.add(field, "it is empty", "Write at least one character");
        }
        if (schema.has("enum") && stream(schema.path("enum")).noneMatch(text::equals)) {
            String all = stream(schema.path("enum")).collect(Collectors.joining(", "));
            problems.add(field, "%s is none of %s".formatted(Quoted.of(text), all), "Write one of them");
        }
        String pattern = schema.path("pattern").asText();
        if (!pattern.isEmpty() && !goPattern(pattern).matcher(text).find()) {
            problems.add(field, "%s does not match %s".formatted(Quoted.of(text), pattern), "Correct it");
        }
    }

    /// To Go `$` is the end of the text, and to Java also the place before a line end there.
    private static Pattern goPattern(String pattern) {
        return Pattern.compile(pattern.replaceFirst("\\$$", "\\\\z"));
    }

    private void number(JsonNode schema, JsonNode value, String field) {
        JsonNode least = schema.path("minimum");
        JsonNode most = schema.path("maximum");
        boolean fits = (least.isMissingNode() || value.decimalValue().compareTo(least.decimalValue()) >= 0)
                && (most.isMissingNode() || value.decimalValue().compareTo(most.decimalValue()) <= 0);
        if (!fits) {
            problems.add(field, "%s is not %s".formatted(value, bounds(least, most)), "Write a number in these bounds");
        }
    }

    private static String bounds(JsonNode least, JsonNode most) {
        String from = least.isMissingNode() ? "" : "at least " + least;
        String to = most.isMissingNode() ? "" : "at most " + most;
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    private void atMost(JsonNode schema, String keyword, int count, String what, String field) {
        if (schema.has(keyword) && count > schema.path(keyword).asInt()) {
            problems.add(
                    field,
                    "it has %d %s, and may have %d"
                            .formatted(count, what, schema.path(keyword).asInt()),
                    "Write fewer");
        }
    }

    private static Stream<String> stream(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText);
    }
}
