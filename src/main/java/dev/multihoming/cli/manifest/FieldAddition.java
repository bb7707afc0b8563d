package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Sequence;
import dev.multihoming.core.json.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Adds what a manifest does not have to its source: a field with the mappings that lead to it, or elements of a list.
/// Everything else of the source stays.
///
/// As with [FieldEdit], the new text is read back: it must come to the same objects with that one change.
public final class FieldAddition {
    private static final int INDENT = 2;

    private final Manifest manifest;
    private final SourceLines source;
    private final JsonNode value;

    private FieldAddition(Manifest manifest, JsonNode value) {
        this.manifest = manifest;
        this.source = new SourceLines(manifest.source().text());
        this.value = value;
    }

    /// The new text of the source; empty where no way to write it is right.
    ///
    /// @param steps to the pod that gets it; none for the object itself
    public static Optional<String> annotation(Manifest manifest, List<String> steps, String annotation, String value) {
        List<String> path = Stream.concat(steps.stream(), Stream.of("metadata", "annotations", annotation))
                .toList();
        FieldAddition added = new FieldAddition(manifest, JsonNodeFactory.instance.textNode(value));
        return added.written(added.ways(path), path);
    }

    /// The same with elements after those that a list has. A list that is absent is written, too.
    public static Optional<String> elements(Manifest manifest, List<String> path, List<ObjectNode> elements) {
        FieldAddition added =
                new FieldAddition(manifest, JsonNodeFactory.instance.arrayNode().addAll(elements));
        Located there = Located.of(manifest.node(), path);
        boolean isList = there.isWhole()
                && there.value() instanceof Sequence list
                && !list.elements().isEmpty();
        return added.written(isList ? added.afterLast((Sequence) there.value()) : added.ways(path), path);
    }

    private Optional<String> written(List<TextEdit> ways, List<String> path) {
        List<JsonNode> expected = new ArrayList<>(ManifestDocuments.values(source.source()));
        if (!put(expected.get(manifest.number()), path)) {
            return Optional.empty();
        }
        return ways.stream()
                .map(way -> TextEdit.apply(source.source(), List.of(way)))
                .filter(text -> ManifestDocuments.values(text).equals(expected))
                .findFirst();
    }

    private boolean put(JsonNode object, List<String> path) {
        JsonNode at = object;
        for (String step : path.subList(0, path.size() - 1)) {
            JsonNode next = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
            if (at instanceof ObjectNode parent && (next.isMissingNode() || next.isNull())) {
                next = parent.putObject(step);
            }
            at = next;
        }
        if (!(at instanceof ObjectNode parent)) {
            return false;
        }
        JsonNode there = parent.path(path.getLast());
        if (value instanceof ArrayNode more && there instanceof ArrayNode list) {
            list.addAll(more);
            return true;
        }
        boolean isFree = there.isMissingNode() || there.isNull();
        if (isFree) {
            parent.set(path.getLast(), value);
        }
        return isFree;
    }

    /// The edits, the likeliest first; only reading them back tells which is right.
    private List<TextEdit> ways(List<String> path) {
        int depth = IntStream.rangeClosed(0, path.size())
                .filter(it -> Located.of(manifest.node(), path.subList(0, it)).isWhole())
                .max()
                .orElse(0);
        List<String> missing = path.subList(depth, path.size());
        Located there = Located.of(manifest.node(), path.subList(0, depth));
        if (!(there.value() instanceof Mapping mapping)) {
            return emptyValue(there.value(), missing);
        }
        if (mapping.entries().isEmpty()) {
            return List.of(new TextEdit(mapping.start(), mapping.end(), inBraces(missing)));
        }
        return inMapping(mapping, missing);
    }

    private List<TextEdit> inMapping(Mapping mapping, List<String> missing) {
        int first = mapping.entries().getFirst().key().start();
        int indent = first - source.startOfLine(first);
        List<TextEdit> ways = new ArrayList<>();
        int end = source.endOfLine(SourceLines.end(mapping));
        List<String> blocks = blocks(missing, indent);
        blocks.forEach(lines -> ways.add(onLinesAt(end, lines)));
        String braces = inBraces(missing);
        ways.add(new TextEdit(first, first, braces.substring(1, braces.length() - 1) + ", "));
        blocks.forEach(lines ->
                ways.add(new TextEdit(first, first, lines.substring(indent) + source.lineEnd() + " ".repeat(indent))));
        return ways;
    }

    /// In the style of the list.
    private List<TextEdit> afterLast(Sequence list) {
        int start = list.start();
        int line = source.endOfLine(SourceLines.end(list));
        int end = list.elements().getLast().end();
        String inBrackets = value.toString();
        return List.of(
                onLinesAt(line, block(start - source.startOfLine(start))),
                new TextEdit(end, end, ", " + inBrackets.substring(1, inBrackets.length() - 1)));
    }

    private TextEdit onLinesAt(int offset, String lines) {
        return new TextEdit(
                offset,
                offset,
                offset > 0 && source.source().charAt(offset - 1) == '\n'
                        ? lines + source.lineEnd()
                        : source.lineEnd() + lines);
    }

    /// After a key that has no value yet, or in place of an empty list.
    private List<TextEdit> emptyValue(Node nothing, List<String> missing) {
        String text = inBraces(missing);
        TextEdit replaced = new TextEdit(nothing.start(), nothing.end(), text);
        TextEdit apart = new TextEdit(nothing.start(), nothing.end(), " " + text);
        return nothing.start() == nothing.end() ? List.of(apart, replaced) : List.of(replaced, apart);
    }

    /// The keys on lines of their own, with each way to write the value.
    private List<String> blocks(List<String> keys, int indent) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            lines.append(i == 0 ? "" : source.lineEnd())
                    .append(" ".repeat(indent + INDENT * i))
                    .append(keys.get(i))
                    .append(':');
        }
        return values(indent + INDENT * (keys.size() - 1)).stream()
                .map(it -> lines + it)
                .toList();
    }

    private List<String> values(int indent) {
        if (value.isTextual()) {
            String text = value.asText();
            List<String> quoted = List.of(" '" + text.replace("'", "''") + "'", " " + value);
            return BlockYaml.isAmbiguous(text)
                    ? quoted
                    : Stream.concat(Stream.of(" " + text), quoted.stream()).toList();
        }
        return List.of(source.lineEnd() + block(indent), " " + value);
    }

    private String block(int indent) {
        return BlockYaml.of(value)
                .lines()
                .map(line -> " ".repeat(indent) + line)
                .collect(Collectors.joining(source.lineEnd()));
    }

    /// The value alone where no key is missing.
    private String inBraces(List<String> keys) {
        String text = value.toString();
        for (String key : keys.reversed()) {
            text = "{" + JsonNodeFactory.instance.textNode(key) + ": " + text + "}";
        }
        return text;
    }
}
