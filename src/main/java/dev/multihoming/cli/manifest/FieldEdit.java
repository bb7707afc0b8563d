package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Style;
import dev.multihoming.core.json.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes one text field of a manifest in its source. Comments, order and all other bytes stay.
///
/// As with [SourceFix], the new text is read back: it must come to the same objects with that one change.
public final class FieldEdit {
    private FieldEdit() {}

    /// The new text of the source; empty where no way to write it is right.
    ///
    /// @param edits within the value of the field
    public static Optional<String> within(Manifest manifest, String pointer, List<TextEdit> edits) {
        String original = manifest.object().at(pointer).asText();
        return written(
                manifest,
                pointer,
                TextEdit.apply(original, edits),
                FieldFixes.ways(manifest, pointer, original, edits));
    }

    /// The same with another value for the whole field. Where it is absent it becomes the next field after `sibling`.
    public static Optional<String> of(Manifest manifest, String pointer, String sibling, String value) {
        List<List<TextEdit>> ways = new ArrayList<>();
        if (manifest.object().at(pointer).isMissingNode()) {
            added(manifest, pointer, sibling, value, ways);
        } else {
            replaced(manifest, pointer, value, ways);
        }
        return written(manifest, pointer, value, ways);
    }

    private static void replaced(Manifest manifest, String pointer, String value, List<List<TextEdit>> ways) {
        String original = manifest.object().at(pointer).asText("");
        List<List<TextEdit>> inPlace =
                FieldFixes.ways(manifest, pointer, original, List.of(new TextEdit(0, original.length(), value)));
        List<List<TextEdit>> whole = new ArrayList<>();
        if (Located.of(manifest.node(), Pointer.steps(pointer)) instanceof Located(var _, Scalar scalar, boolean there)
                && there
                && isFlow(scalar)) {
            String gap = scalar.start() == scalar.end() ? " " : "";
            styles(manifest, value)
                    .forEach(it -> whole.add(List.of(new TextEdit(scalar.start(), scalar.end(), gap + it))));
        }
        // What is empty has no style to keep, and what needs quotes must not keep that of having none.
        boolean isNew = original.isEmpty() || BlockYaml.isAmbiguous(value);
        ways.addAll(isNew ? whole : inPlace);
        ways.addAll(isNew ? inPlace : whole);
    }

    /// How the value can be written, the likeliest first. Of a file in JSON no YAML is made.
    private static List<String> styles(Manifest manifest, String value) {
        if (isJson(manifest)) {
            return List.of(quoted(value));
        }
        List<String> inQuotes = List.of("'" + value.replace("'", "''") + "'", quoted(value));
        return BlockYaml.isAmbiguous(value)
                ? inQuotes
                : Stream.concat(Stream.of(value), inQuotes.stream()).toList();
    }

    private static boolean isJson(Manifest manifest) {
        return JsonDocument.read(manifest.source().text()).isPresent();
    }

    /// On a line of its own, and in braces.
    private static void added(
            Manifest manifest, String pointer, String sibling, String value, List<List<TextEdit>> ways) {
        Located beside = Located.of(manifest.node(), Pointer.steps(sibling));
        if (!beside.isWhole() || !(beside.key() instanceof Scalar key) || beside.value() instanceof Mapping) {
            return;
        }
        SourceLines lines = new SourceLines(manifest.source().text());
        int end = beside.value().end();
        int line = lines.endOfLine(end);
        String indent = " ".repeat(key.start() - lines.startOfLine(key.start()));
        String name = Pointer.steps(pointer).getLast();
        for (String text : styles(manifest, value)) {
            if (!isJson(manifest)) {
                ways.add(List.of(new TextEdit(line, line, lines.lineEnd() + indent + name + ": " + text)));
                ways.add(List.of(new TextEdit(end, end, ", " + name + ": " + text)));
            }
            ways.add(List.of(new TextEdit(end, end, ", " + quoted(name) + ": " + text)));
        }
    }

    private static boolean isFlow(Scalar scalar) {
        return scalar.style() != Style.LITERAL && scalar.style() != Style.FOLDED;
    }

    private static Optional<String> written(
            Manifest manifest, String pointer, String value, List<List<TextEdit>> ways) {
        String source = manifest.source().text();
        List<JsonNode> expected = new ArrayList<>(ManifestDocuments.values(source));
        FieldFix change = new FieldFix(manifest, pointer, pointer, value, 1, ways);
        expected.set(manifest.number(), change.applyTo(expected.get(manifest.number())));
        return ways.stream()
                .map(way -> TextEdit.apply(source, way))
                .filter(text -> ManifestDocuments.values(text).equals(expected))
                .findFirst();
    }

    private static String quoted(String value) {
        return JsonNodeFactory.instance.textNode(value).toString();
    }
}
