package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A YAML list in the place of an annotation, such as `- name: storage`. Multus reads neither form of it: no name
/// begins with `-`, and no JSON does with `- `.
final class YamlList {
    private static final Pattern BEGIN = Pattern.compile("\\s*+-\\s++\\S");
    private static final Pattern NAME =
            Pattern.compile("\\s*+-\\s++(?:name:\\s*+)?+[\"']?+([a-z0-9][-a-z0-9.]*+)[\"']?+\\s*+");

    /// A remedy is read on a terminal.
    private static final int MAX_NAMES = 5;

    private YamlList() {}

    static boolean isWritten(String text) {
        return BEGIN.matcher(text).lookingAt();
    }

    static SchemaViolation violation(String text) {
        return new SchemaViolation(
                SchemaViolation.Kind.SYNTAX,
                JsonPath.ROOT,
                text.indexOf('-'),
                "this is YAML, and the annotation takes JSON or a comma-separated list",
                "Write '%s'".formatted(json(text)));
    }

    /// The same networks; an example where they have more than names.
    private static String json(String text) {
        List<String> names = new ArrayList<>();
        for (String line : text.strip().split("\n", MAX_NAMES + 1)) {
            Matcher name = NAME.matcher(line);
            if (!name.matches() || names.size() == MAX_NAMES) {
                return "[{\"name\": \"my-network\"}]";
            }
            names.add("{\"name\": \"%s\"}".formatted(name.group(1)));
        }
        return "[" + String.join(", ", names) + "]";
    }
}
