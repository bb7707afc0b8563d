package dev.multihoming.core.multus;

import dev.multihoming.core.json.TextPositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one annotation, bounded: a hostile text must not become an endless answer.
final class Flaws {
    private static final int MAX = 20;

    private final TextPositions positions;
    private final List<At> found = new ArrayList<>();
    private int dropped;

    Flaws(TextPositions positions) {
        this.positions = positions;
    }

    /// Something about the text as a whole.
    void add(int offset, String fact, String remedy) {
        add(offset, "", fact, remedy);
    }

    /// Something about an element; `path` is the quoted key it is about, or empty.
    void add(int item, String path, int offset, String fact, String remedy) {
        String key = path.isEmpty() ? "" : "key " + path + ", ";
        add(offset, "item " + item + ", " + key, fact, remedy);
    }

    /// In the order of the text.
    List<Flaw> list() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Flaw> list = new ArrayList<>(found.stream()
                .sorted(Comparator.comparingInt(At::offset))
                .map(At::flaw)
                .toList());
        if (dropped > 0) {
            list.add(new Flaw("", -1, dropped + " more places like these", "Correct those above first"));
        }
        return list;
    }

    private void add(int offset, String within, String fact, String remedy) {
        if (found.size() == MAX) {
            dropped++;
            return;
        }
        String inside = within + positions.character(offset);
        found.add(new At(offset, new Flaw(inside, offset, fact, remedy)));
    }

    private record At(int offset, Flaw flaw) {}
}
