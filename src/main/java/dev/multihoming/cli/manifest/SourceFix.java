package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.TextEdit;
import java.util.ArrayList;
import java.util.List;

/// Writes repairs into the text of a source: only what changes, in the style that is there.
///
/// Nothing is believed that was not read back: the new text must come to the same objects as the old one, with the
/// repairs and nothing else changed. A repair of which that is not true is left to its author.
public final class SourceFix {
    private final Source source;
    private final List<JsonNode> before;
    private final List<FieldFix> written = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private String text;

    private SourceFix(Source source) {
        this.source = source;
        this.before = ManifestDocuments.values(source.text());
        this.text = source.text();
    }

    /// A repair that was not written, and why.
    ///
    /// @param object what it is in, for a person
    /// @param field that it would change
    /// @param why a clause
    public record Left(String object, String field, String why) {}

    /// With as many repairs of these judgements as can be written; all are of `source`.
    public static SourceFix of(Source source, List<ManifestVerdict> judgements) {
        SourceFix fix = new SourceFix(source);
        for (ManifestVerdict judgement : judgements) {
            fix.take(FieldFixes.of(judgement, fix.left));
        }
        return fix;
    }

    /// The new text; the old one where nothing was written.
    public String text() {
        return text;
    }

    /// How many repairs stand in the new text.
    public int count() {
        return written.stream().mapToInt(FieldFix::repairs).sum();
    }

    public List<Left> left() {
        return List.copyOf(left);
    }

    private void take(List<FieldFix> fixes) {
        for (FieldFix fix : fixes) {
            boolean isWritten = fix.ways().stream().anyMatch(way -> holds(fix, way));
            if (!isWritten) {
                left.add(new Left(
                        fix.manifest().title(),
                        fix.field(),
                        "it cannot be edited in place without touching anything else"));
            }
        }
    }

    /// Whether the text with that edit too comes to what it should.
    private boolean holds(FieldFix fix, List<TextEdit> way) {
        List<FieldFix> all = new ArrayList<>(written);
        all.add(fix.by(way));
        try {
            String edited = TextEdit.apply(
                    source.text(),
                    all.stream().flatMap(it -> it.ways().getFirst().stream()).toList());
            if (!ManifestDocuments.values(edited).equals(expected(all))) {
                return false;
            }
            written.add(fix.by(way));
            text = edited;
            return true;
        } catch (IllegalArgumentException _) {
            // Two edits at one place, as of what two aliases refer to.
            return false;
        }
    }

    private List<JsonNode> expected(List<FieldFix> fixes) {
        List<JsonNode> after = new ArrayList<>(before);
        for (FieldFix fix : fixes) {
            after.set(
                    fix.manifest().number(),
                    fix.applyTo(after.get(fix.manifest().number())));
        }
        return after;
    }
}
