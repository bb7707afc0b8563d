package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.core.json.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Adds an annotation that a manifest does not have to its source, with the mappings that lead to it. Everything else
/// of the source stays.
///
/// As with [FieldEdit], the new text is read back: it must come to the same objects with that one change.
public final class AnnotationEdit {
    private static final int INDENT = 2;

    private final Manifest manifest;
    private final SourceLines source;
    private final String value;

    private AnnotationEdit(Manifest manifest, String value) {
        this.manifest = manifest;
        this.source = new SourceLines(manifest.source().text());
        this.value = value;
    }

    /// The new text of the source; empty where no way to write it is right.
    ///
    /// @param steps to the pod that gets it; none for the object itself
    public static Optional<String> added(Manifest manifest, List<String> steps, String annotation, String value) {
        List<String> path = Stream.concat(steps.stream(), Stream.of("metadata", "annotations", annotation))
                .toList();
        AnnotationEdit edit = new AnnotationEdit(manifest, value);
        List<JsonNode> expected = new ArrayList<>(ManifestDocuments.values(edit.source.source()));
        if (!put(expected.get(manifest.number()), path, value)) {
            return Optional.empty();
        }
        return edit.ways(path).stream()
                .map(way -> TextEdit.apply(edit.source.source(), List.of(way)))
                .filter(text -> ManifestDocuments.values(text).equals(expected))
                .findFirst();
    }

    private static boolean put(JsonNode object, List<String> path, String value) {
        JsonNode at = object;
        for (String step : path.subList(0, path.size() - 1)) {
            JsonNode next = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
            if (at instanceof ObjectNode parent && (next.isMissingNode() || next.isNull())) {
                next = parent.putObject(step);
            }
            at = next;
        }
        if (at instanceof ObjectNode parent) {
            parent.put(path.getLast(), value);
            return true;
        }
        return false;
    }

    /// The edits, the likeliest first; only reading them back tells which is right.
    private List<TextEdit> ways(List<String> path) {
        int depth = IntStream.rangeClosed(0, path.size() - 1)
                .filter(it -> Located.of(manifest.node(), path.subList(0, it)).isWhole())
                .max()
                .orElse(0);
        List<String> missing = path.subList(depth, path.size());
        Located there = Located.of(manifest.node(), path.subList(0, depth));
        if (!(there.value() instanceof Mapping mapping)) {
            return emptyValue(there.value(), missing);
        }
        if (mapping.entries().isEmpty()) {
            return List.of(new TextEdit(mapping.start(), mapping.end(), "{" + inBraces(missing) + "}"));
        }
        return inMapping(mapping, missing);
    }

    private List<TextEdit> inMapping(Mapping mapping, List<String> missing) {
        int first = mapping.entries().getFirst().key().start();
        int indent = first - source.startOfLine(first);
        List<TextEdit> ways = new ArrayList<>();
        int end = source.endOfLine(SourceLines.end(mapping));
        for (String written : values()) {
            String lines = lines(missing, indent, written);
            ways.add(new TextEdit(
                    end,
                    end,
                    end > 0 && source.source().charAt(end - 1) == '\n'
                            ? lines + source.lineEnd()
                            : source.lineEnd() + lines));
        }
        ways.add(new TextEdit(first, first, inBraces(missing) + ", "));
        for (String written : values()) {
            ways.add(new TextEdit(
                    first,
                    first,
                    lines(missing, indent, written).substring(indent) + source.lineEnd() + " ".repeat(indent)));
        }
        return ways;
    }

    /// After a key that has no value yet.
    private List<TextEdit> emptyValue(Node nothing, List<String> missing) {
        return Stream.of(" {" + inBraces(missing) + "}", "{" + inBraces(missing) + "}")
                .map(text -> new TextEdit(nothing.start(), nothing.end(), text))
                .toList();
    }

    private String lines(List<String> keys, int indent, String written) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            lines.append(i == 0 ? "" : source.lineEnd())
                    .append(" ".repeat(indent + INDENT * i))
                    .append(keys.get(i))
                    .append(i == keys.size() - 1 ? ": " + written : ":");
        }
        return lines.toString();
    }

    private String inBraces(List<String> keys) {
        StringBuilder text = new StringBuilder(quoted(value));
        for (int i = keys.size() - 1; i >= 0; i--) {
            text.insert(0, quoted(keys.get(i)) + ": ");
            if (i > 0) {
                text.insert(0, "{").append("}");
            }
        }
        return text.toString();
    }

    private List<String> values() {
        return List.of(value, "'" + value.replace("'", "''") + "'", quoted(value));
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
