package dev.multihoming.core.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Places in one text, for many questions: each costs about the same wherever it points.
///
/// Counting from the start for each of ten thousand places takes seconds, and hostile texts have as many. The
/// index is made at the first question, so that a text without questions costs nothing.
///
/// Thread-safe: two threads that ask first both make the index, which is the same.
public final class TextPositions {
    /// How many units lie between two counts that are kept.
    private static final int STRIDE = 512;

    private final String text;
    private @Nullable Index index;

    public TextPositions(String text) {
        this.text = text;
    }

    /// @param charactersBefore how many characters begin before each stride
    /// @param lineStarts where each line begins
    // Its arrays and lists are not shared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Index(int[] charactersBefore, List<Integer> lineStarts) {}

    public String text() {
        return text;
    }

    /// Line and column of the UTF-16 unit at `offset`, which may be the one after the last.
    public TextPosition at(int offset) {
        int line = line(offset);
        int start = index().lineStarts().get(line - 1);
        return new TextPosition(line, characters(offset) - characters(start) + 1);
    }

    /// The 1-based number of that character in the whole text, in a text of several lines with its line:
    /// "character 17", "character 57 (line 3)".
    public String character(int offset) {
        String character = "character " + (characters(offset) + 1);
        int line = line(offset);
        return index().lineStarts().size() == 1 ? character : character + " (line " + line + ")";
    }

    private int line(int offset) {
        List<Integer> lineStarts = index().lineStarts();
        int low = 0;
        int high = lineStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    /// How many characters begin before that unit.
    private int characters(int offset) {
        int stride = offset / STRIDE;
        return index().charactersBefore()[stride] + beginningIn(stride * STRIDE, offset);
    }

    private Index index() {
        Index made = index;
        if (made == null) {
            made = new Index(charactersBefore(), lineStarts());
            index = made;
        }
        return made;
    }

    private int[] charactersBefore() {
        int[] before = new int[text.length() / STRIDE + 1];
        for (int i = 1; i < before.length; i++) {
            before[i] = before[i - 1] + beginningIn((i - 1) * STRIDE, i * STRIDE);
        }
        return before;
    }

    private List<Integer> lineStarts() {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts;
    }

    /// The second unit of a pair begins nothing, wherever the count starts.
    private int beginningIn(int from, int to) {
        int characters = 0;
        for (int i = from; i < to; i++) {
            boolean second =
                    i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1));
            characters += second ? 0 : 1;
        }
        return characters;
    }
}
