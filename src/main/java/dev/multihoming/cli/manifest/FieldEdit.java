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
        String original = manifest.object().at(pointer).asText();
        ways.addAll(FieldFixes.ways(manifest, pointer, original, List.of(new TextEdit(0, original.length(), value))));
        if (Located.of(manifest.node(), Pointer.steps(pointer)) instanceof Located(var _, Scalar scalar, boolean whole)
                && whole
                && isFlow(scalar)) {
            ways.add(List.of(new TextEdit(scalar.start(), scalar.end(), value)));
            ways.add(List.of(new TextEdit(scalar.start(), scalar.end(), "'" + value.replace("'", "''") + "'")));
            ways.add(List.of(new TextEdit(scalar.start(), scalar.end(), quoted(value))));
        }
    }

    /// On a line of its own, and in braces.
    private static void added(
            Manifest manifest, String pointer, String sibling, String value, List<List<TextEdit>> ways) {
        Located beside = Located.of(manifest.node(), Pointer.steps(sibling));
        if (!beside.isWhole() || !(beside.key() instanceof Scalar key) || beside.value() instanceof Mapping) {
            return;
        }
        String source = manifest.source().text();
        int line = source.lastIndexOf('\n', key.start()) + 1;
        String lineEnd = source.contains("\r\n") ? "\r\n" : "\n";
        int end = beside.value().end();
        String name = Pointer.steps(pointer).getLast();
        for (String text : List.of(value, quoted(value))) {
            ways.add(List.of(new TextEdit(end, end, lineEnd + " ".repeat(key.start() - line) + name + ": " + text)));
            ways.add(List.of(new TextEdit(end, end, ", " + name + ": " + text)));
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
