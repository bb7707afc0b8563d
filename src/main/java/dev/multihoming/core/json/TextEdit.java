package dev.multihoming.core.json;

import java.util.Comparator;
import java.util.List;

/// Replaces the stretch from `start` (inclusive) to `end` (exclusive) of a text.
///
/// Offsets are those of the text before any edit, so that several edits of one text can be collected and
/// applied together.
public record TextEdit(int start, int end, String replacement) {
    /// The text with all edits made. Edits at one place are made in the order given; they must not overlap.
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text.length() + 16 * edits.size());
        int copied = 0;
        // A stable sort: insertions at one place keep their order.
        for (TextEdit edit :
                edits.stream().sorted(Comparator.comparingInt(TextEdit::start)).toList()) {
            if (edit.start() < copied) {
                throw new IllegalArgumentException("two edits overlap at offset " + edit.start());
            }
            edited.append(text, copied, edit.start()).append(edit.replacement());
            copied = edit.end();
        }
        return edited.append(text, copied, text.length()).toString();
    }
}
