package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Place;
import dev.multihoming.core.review.TextRepair;
import java.util.Comparator;
import java.util.List;

/// Where the places that rules name stand in the source of a manifest.
final class Places {
    private final Manifest manifest;
    private final List<Amendment> amendments;

    /// `amendments` are those that the manifest is judged after.
    Places(Manifest manifest, List<Amendment> amendments) {
        this.manifest = manifest;
        this.amendments = amendments;
    }

    /// A place in what is written.
    SourceSpan asWritten(Place place) {
        return span(place.field(), place.offset());
    }

    /// A place in what is stored after the repairs.
    SourceSpan asStored(Place place) {
        return span(place.field(), place.offset() < 0 ? place.offset() : before(place));
    }

    private SourceSpan span(String field, int offset) {
        Located located = Located.of(manifest.node(), FieldPath.steps(field));
        if (offset >= 0
                && located.isWhole()
                && located.value() instanceof Scalar scalar
                && !scalar.text().isBlank()) {
            ScalarText text = ScalarText.of(manifest.source().text(), scalar);
            return Words.at(manifest.source(), text.unit(visible(scalar.text(), offset)));
        }
        Node shown = located.key() == null ? located.value() : located.key();
        return shown instanceof Scalar scalar
                ? new SourceSpan(manifest.source(), scalar.start(), scalar.end())
                : Words.at(manifest.source(), shown.start());
    }

    /// Where only space follows, what is missing is missing after the last that can be seen.
    private static int visible(String text, int offset) {
        int end = text.stripTrailing().length();
        return offset < end ? offset : end - 1;
    }

    /// Where the unit stood before the edits of its field; what an edit brought stood where the edit begins.
    private int before(Place place) {
        int moved = 0;
        for (TextEdit edit : edits(place.field())) {
            int start = edit.start() + moved;
            if (place.offset() < start) {
                break;
            }
            if (place.offset() < start + edit.replacement().length()) {
                return edit.start();
            }
            moved += edit.replacement().length() - (edit.end() - edit.start());
        }
        return place.offset() - moved;
    }

    private List<TextEdit> edits(String field) {
        List<String> steps = FieldPath.steps(field);
        return amendments.stream()
                .map(Amendment::repair)
                .filter(TextRepair.class::isInstance)
                .map(TextRepair.class::cast)
                .filter(repair -> Pointer.steps(repair.pointer()).equals(steps))
                .map(TextRepair::edit)
                .sorted(Comparator.comparingInt(TextEdit::start))
                .toList();
    }
}
