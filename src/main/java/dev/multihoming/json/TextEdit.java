package dev.multihoming.json;

import java.util.Comparator;
import java.util.List;

/// Replaces the stretch from `start` (inclusive) to `end` (exclusive) of a text.
///
/// Offsets are those of the text before any edit, so that several edits of one text can be collected and
/// applied
/// together.
public record TextEdit(int start, int end, String replacement) {
    /// The text with all edits made. Edits at one place are made in the order given; they must not overlap.
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text);
        // From the back, so that earlier offsets stay true; reversed so that insertions at one place keep their order.
        List<TextEdit> fromTheBack = edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start))
                .toList()
                .reversed();
        for (TextEdit edit : fromTheBack) {
            edited.replace(edit.start(), edit.end(), edit.replacement());
        }
        return edited.toString();
    }
}
