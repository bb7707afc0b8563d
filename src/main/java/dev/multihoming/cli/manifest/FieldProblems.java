package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Location;
import java.util.ArrayList;
import java.util.List;

/// What the API server refuses of the fields of one object.
final class FieldProblems {
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    FieldProblems(Manifest manifest) {
        this.places = new Places(manifest, List.of());
    }

    /// In the order in which they were found.
    List<Problem> all() {
        return problems;
    }

    /// Whether a value is of that type; a problem where it is not.
    ///
    /// @param what the type, with its article: `a map`
    boolean isA(boolean fits, String what, JsonNode value, String field) {
        if (!fits) {
            String written = value.isContainerNode() ? (value.isArray() ? "a list" : "a map") : value.toString();
            add(
                    field,
                    "it is %s, and not %s".formatted(written, what),
                    what.equals("a string") && value.isBoolean()
                            ? "Put it in quotes: YAML takes words such as Off and No for true or false"
                            : "Write " + what);
        }
        return fits;
    }

    void add(String field, String fact, String remedy) {
        add(field, fact, "the API server refuses the object", remedy);
    }

    void add(String field, String fact, String requirement, String remedy) {
        problems.add(new Problem(
                Effect.DENIED,
                "",
                PolicySchema.NAME,
                field.isEmpty() ? fact : field + ": " + fact,
                requirement,
                remedy,
                "",
                "",
                places.asWritten(Location.of(field))));
    }
}
