package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.TextMutation;
import java.util.Comparator;
import java.util.List;

/// Where the places that rules name stand in the source of a manifest.
final class Places {
    private final Manifest manifest;
    private final List<RuleMutation> mutations;

    /// `amendments` are those that the manifest is judged after.
    Places(Manifest manifest, List<RuleMutation> mutations) {
        this.manifest = manifest;
        this.mutations = mutations;
    }

    /// A place in what is written.
    SourceSpan asWritten(Location location) {
        return span(location.field(), location.offset());
    }

    /// A place in what is stored after the repairs.
    SourceSpan asStored(Location location) {
        return span(location.field(), location.offset() < 0 ? location.offset() : before(location));
    }

    private SourceSpan span(String field, int offset) {
        Located located = Located.of(manifest.node(), FieldPath.steps(field));
        if (offset >= 0
                && located.isWhole()
                && located.value() instanceof Scalar scalar
                && !scalar.text().isBlank()) {
            ScalarText text = ScalarText.of(manifest.source().text(), scalar);
            return TokenSpan.at(manifest.source(), text.unit(visible(scalar.text(), offset)));
        }
        Node shown = located.key() == null ? located.value() : located.key();
        return shown instanceof Scalar scalar
                ? new SourceSpan(manifest.source(), scalar.start(), scalar.end())
                : TokenSpan.at(manifest.source(), shown.start());
    }

    /// Where only space follows, what is missing is missing after the last that can be seen.
    private static int visible(String text, int offset) {
        int end = text.stripTrailing().length();
        return offset < end ? offset : end - 1;
    }

    /// Where the unit stood before the edits of its field; what an edit brought stood where the edit begins.
    private int before(Location location) {
        int moved = 0;
        for (TextEdit edit : edits(location.field())) {
            int start = edit.start() + moved;
            if (location.offset() < start) {
                break;
            }
            if (location.offset() < start + edit.replacement().length()) {
                return edit.start();
            }
            moved += edit.replacement().length() - (edit.end() - edit.start());
        }
        return location.offset() - moved;
    }

    private List<TextEdit> edits(String field) {
        List<String> steps = FieldPath.steps(field);
        return mutations.stream()
                .map(RuleMutation::repair)
                .filter(TextMutation.class::isInstance)
                .map(TextMutation.class::cast)
                .filter(repair -> Pointer.steps(repair.pointer()).equals(steps))
                .map(TextMutation::edit)
                .sorted(Comparator.comparingInt(TextEdit::start))
                .toList();
    }
}
