package dev.multihoming.core.schema;

import dev.multihoming.core.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Collects violations of one text, bounded: a hostile text must not become an endless answer.
public final class SchemaViolations implements Consumer<SchemaViolation> {
    private static final int MAX = 20;

    private final List<SchemaViolation> found = new ArrayList<>();
    private int dropped;

    @Override
    public void accept(SchemaViolation violation) {
        if (found.size() == MAX) {
            dropped++;
        } else {
            found.add(violation);
        }
    }

    /// Something that is not in the language of its reader.
    public void addSyntax(JsonPath path, int offset, String fact, String remedy) {
        accept(new SchemaViolation(SchemaViolation.Kind.SYNTAX, path, offset, fact, remedy));
    }

    /// In the order of the text.
    public List<SchemaViolation> list() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<SchemaViolation> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(SchemaViolation::offset));
        if (dropped > 0) {
            list.add(new SchemaViolation(
                    SchemaViolation.Kind.SYNTAX,
                    JsonPath.ROOT,
                    SchemaViolation.WHOLE,
                    dropped + " more places like these",
                    "Correct those above first"));
        }
        return list;
    }
}
