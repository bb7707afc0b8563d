package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.core.json.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a field out of a manifest in its source, with the mapping that has no other one. Everything else stays.
///
/// As with [FieldEdit], the new text is read back: it must come to the same objects with that one change.
public final class FieldRemoval {
    private FieldRemoval() {}

    /// The new text of the source; empty where no way to write it is right.
    public static Optional<String> of(Manifest manifest, String pointer) {
        List<String> path = Pointer.steps(pointer);
        while (path.size() > 2
                && mapping(manifest, path)
                        .filter(it -> it.entries().size() == 1)
                        .isPresent()) {
            path = path.subList(0, path.size() - 1);
        }
        String source = manifest.source().text();
        List<JsonNode> expected = new ArrayList<>(ManifestDocuments.values(source));
        String field = path.getLast();
        if (at(expected.get(manifest.number()), path) instanceof ObjectNode parent) {
            parent.remove(field);
        }
        return mapping(manifest, path).stream()
                .flatMap(it -> ways(new SourceLines(source), it, field).stream())
                .map(way -> TextEdit.apply(source, List.of(way)))
                .filter(text -> ManifestDocuments.values(text).equals(expected))
                .findFirst();
    }

    private static Optional<Mapping> mapping(Manifest manifest, List<String> path) {
        Located parent = Located.of(manifest.node(), path.subList(0, path.size() - 1));
        return parent.isWhole() && parent.value() instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    private static JsonNode at(JsonNode object, List<String> path) {
        JsonNode parent = object;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = parent.path(step);
        }
        return parent;
    }

    /// In braces with its comma, or else with its line.
    private static List<TextEdit> ways(SourceLines lines, Mapping mapping, String field) {
        Optional<Node.Entry> own = mapping.entry(field);
        if (own.isEmpty()) {
            return List.of();
        }
        List<Node.Entry> all = mapping.entries();
        Node.Entry entry = own.get();
        int index = all.indexOf(entry);
        int start = entry.key().start();
        int end = entry.value().end();
        if (lines.source().startsWith("{", mapping.start())) {
            return List.of(
                    index > 0
                            ? new TextEdit(all.get(index - 1).value().end(), end, "")
                            : new TextEdit(
                                    start, all.size() > 1 ? all.get(1).key().start() : end, ""));
        }
        int line = lines.startOfLine(start);
        int after = lines.endOfLine(SourceLines.end(entry.value()));
        int next = lines.source().startsWith(lines.lineEnd(), after)
                ? after + lines.lineEnd().length()
                : after;
        return List.of(
                new TextEdit(line, next, ""),
                new TextEdit(Math.max(0, line - lines.lineEnd().length()), after, ""));
    }
}
