package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.Quoted;
import java.util.List;
import java.util.regex.Pattern;

/// The name, labels and annotations of an object, as the API server wants them of every object.
final class ObjectMetadata {
    /// Of RFC 1123, as Kubernetes wants it of names.
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final int MAX_NAME = 253;

    private final FieldProblems problems;

    ObjectMetadata(FieldProblems problems) {
        this.problems = problems;
    }

    /// Source: apimachinery, `ValidateObjectMeta`, as far as authors write it.
    void check(JsonNode metadata) {
        if (!metadata.isMissingNode()
                && !metadata.isNull()
                && !problems.isA(metadata.isObject(), "a map", metadata, "metadata")) {
            return;
        }
        JsonNode name = metadata.path("name");
        if (name.isTextual() && !name.asText().isEmpty()) {
            if (!isSubdomain(name.asText())) {
                problems.add(
                        "metadata.name",
                        "%s is not a valid name".formatted(Quoted.of(name.asText())),
                        "Write lower-case letters, digits, - and ., at most 253, with a letter or a digit at each end of a part");
            }
        } else if (metadata.hasNonNull("name") && !name.isTextual()) {
            problems.isA(false, "a string", name, "metadata.name");
        } else if (metadata.path("generateName").asText().isEmpty()) {
            problems.add("metadata", "the field name is missing", "Set it");
        }
        for (String map : List.of("labels", "annotations")) {
            JsonNode texts = metadata.path(map);
            if (metadata.hasNonNull(map) && problems.isA(texts.isObject(), "a map", texts, "metadata." + map)) {
                texts.properties()
                        .forEach(entry -> problems.isA(
                                entry.getValue().isTextual() || entry.getValue().isNull(),
                                "a string",
                                entry.getValue(),
                                "metadata.%s[%s]".formatted(map, entry.getKey())));
            }
        }
    }

    private static boolean isSubdomain(String name) {
        return name.length() <= MAX_NAME && SUBDOMAIN.matcher(name).matches();
    }
}
