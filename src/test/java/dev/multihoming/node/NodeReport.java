package dev.multihoming.node;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What the node said, for people: the numbers, and the error of every case that has one.
final class NodeReport {
    private final Map<Obstacle, Integer> pinned = new EnumMap<>(Obstacle.class);
    private final Map<String, String> errors = new TreeMap<>();
    private final Map<String, String> differences = new TreeMap<>();
    private int cases;
    private int agreed;
    private int runnable;
    private int pinnedRunnable;

    void add(NodeCase one, Judgement judgement) {
        cases++;
        runnable += one.hasPrograms() ? 1 : 0;
        switch (judgement) {
            case Judgement.Agreed _ -> agreed++;
            case Judgement.Different(String sentence) ->
                differences.put(one.fixture().toString(), sentence);
            case Judgement.Pinned(Obstacle obstacle) -> {
                pinned.merge(obstacle, 1, Integer::sum);
                pinnedRunnable += one.hasPrograms() ? 1 : 0;
            }
        }
        NodeAnswer added = one.added();
        if (added != null && !added.succeeded()) {
            errors.put(one.fixture().toString(), added.error().replace('\n', ' '));
        }
    }

    /// Of the cases whose plugins can run here, in percent.
    int unpinned() {
        return runnable == 0 ? 0 : (runnable - pinnedRunnable) * 100 / runnable;
    }

    /// One line for the terminal.
    String summary() {
        int pins = pinned.values().stream().mapToInt(Integer::intValue).sum();
        return "Fixtures on a node with the real Multus: %d cases, %d agreed, %d pinned, %d different; %d%% of those whose plugins are here are not pinned"
                .formatted(cases, agreed, pins, differences.size(), unpinned());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary()).append("\n");
        pinned.forEach(
                (obstacle, count) -> text.append("Pinned: %d, because %s\n".formatted(count, obstacle.meaning())));
        section(text, "Different", differences);
        section(text, "What Multus said", errors);
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Map<String, String> lines) {
        text.append("\n").append(title).append("\n");
        lines.forEach((fixture, error) ->
                text.append("  ").append(fixture).append(": ").append(error).append("\n"));
    }
}
