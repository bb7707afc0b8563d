package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.TextMutation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns the repairs of an object into edits of its source.
final class FieldFixes {
    private static final String FOR_EACH_POD =
            "it is added to each pod as it is created, by what its networks ask for then";

    private FieldFixes() {}

    /// Those that could be; the others go to `left`.
    static List<FieldFix> of(ManifestVerdict judgement, List<SourceFix.Left> left) {
        Manifest manifest = judgement.manifest();
        Map<String, List<TextMutation>> byField = new LinkedHashMap<>();
        for (RuleMutation mutation : judgement.creation().orElseThrow().mutations()) {
            switch (mutation.repair()) {
                case TextMutation repair ->
                    byField.computeIfAbsent(repair.pointer(), _ -> new ArrayList<>())
                            .add(repair);
                case Addition addition ->
                    left.add(new SourceFix.Left(
                            manifest.title(), addition.note().location().field(), FOR_EACH_POD));
            }
        }
        return byField.values().stream().map(repairs -> fix(manifest, repairs)).toList();
    }

    private static FieldFix fix(Manifest manifest, List<TextMutation> repairs) {
        TextMutation first = repairs.getFirst();
        List<TextEdit> edits = repairs.stream().map(TextMutation::edit).toList();
        return new FieldFix(
                manifest,
                first.pointer(),
                first.note().location().field(),
                TextEdit.apply(first.original(), edits),
                repairs.size(),
                ways(manifest, first.pointer(), first.original(), edits));
    }

    /// How edits of the text of a field could be written into the source of its manifest.
    static List<List<TextEdit>> ways(Manifest manifest, String pointer, String original, List<TextEdit> edits) {
        Located located = Located.of(manifest.node(), Pointer.steps(pointer));
        if (!located.isWhole() || !(located.value() instanceof Scalar scalar)) {
            return List.of();
        }
        String source = manifest.source().text();
        ScalarText locations = ScalarText.of(source, scalar);
        if (!locations.isExact() || !scalar.text().equals(original)) {
            return List.of();
        }
        String lineEnd = source.contains("\r\n") ? "\r\n" : "\n";
        int indent = Math.max(locations.indent(), secondLine(source, scalar));
        List<List<TextEdit>> ways = new ArrayList<>();
        int count = ScalarWriting.of("", scalar.style(), lineEnd, 0).size();
        for (int i = 0; i < count; i++) {
            int way = i;
            ways.add(edits.stream()
                    .map(edit -> new TextEdit(
                            locations.unit(edit.start()),
                            locations.unit(edit.end()),
                            ScalarWriting.of(edit.replacement(), scalar.style(), lineEnd, indent)
                                    .get(way)))
                    .toList());
        }
        return ways;
    }

    /// How far the lines of a quoted scalar are indented that has several.
    private static int secondLine(String source, Scalar scalar) {
        int line = source.indexOf('\n', scalar.start()) + 1;
        if (line == 0 || line > scalar.end()) {
            return 0;
        }
        String rest = source.substring(line, scalar.end());
        String text = rest.stripLeading();
        return rest.length() - text.length() - 1 - rest.lastIndexOf('\n', rest.length() - text.length() - 1);
    }
}
