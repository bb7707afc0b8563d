package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a comparison of one of our readers with Go's decoder came to.
final class DifferentialTally {
    private static final int MOST_SHOWN = 20;

    private final String kind;
    private final Map<Strictness, Integer> onPurpose = new EnumMap<>(Strictness.class);
    private final List<String> differences = new ArrayList<>();
    private int texts;
    private int accepted;

    DifferentialTally(String kind) {
        this.kind = kind;
    }

    /// One more text was compared.
    void count(boolean goAccepts) {
        texts++;
        accepted += goAccepts ? 1 : 0;
    }

    void difference(String what, String text) {
        differences.add(what + ": " + text);
    }

    /// Both took the text; what they made of it is told in the same words.
    ///
    /// Where Go merges two lists, neither reading is worth anything, and the repetition is denied.
    void same(String text, Object ours, Object theirs) {
        if (ours.equals(theirs)) {
            return;
        }
        if (Strictness.holdsRepeatedList(text)) {
            onPurpose.merge(Strictness.MERGED_LISTS, 1, Integer::sum);
        } else {
            difference("Go reads %s, we read %s".formatted(theirs, ours), text);
        }
    }

    /// Go took it and we did not, which is right only for a reason of the list.
    void refusedByUs(String text, JsonNode answer, String fact) {
        Strictness.of(text, answer)
                .ifPresentOrElse(
                        why -> onPurpose.merge(why, 1, Integer::sum),
                        () -> difference("Go accepts, we refuse (" + fact + ")", text));
    }

    int accepted() {
        return accepted;
    }

    List<String> differences() {
        return differences.stream().limit(MOST_SHOWN).toList();
    }

    @Override
    public String toString() {
        StringBuilder report =
                new StringBuilder("Our reader of %s beside Go's decoder: %d texts, %d accepted by Go, %d differences\n"
                        .formatted(kind, texts, accepted, differences.size()));
        onPurpose.forEach(
                (why, count) -> report.append("  different on purpose: %d with %s\n".formatted(count, why.meaning())));
        return report.toString();
    }
}
