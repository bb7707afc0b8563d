package dev.multihoming.endurance;

import dev.multihoming.chaos.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of all requests, by their kind. Thread-safe.
final class Ledger {
    private static final int EXAMPLES = 20;

    private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final long began = System.nanoTime();

    synchronized Outcome note(String kind, Expected expected, Answer answer) {
        Outcome outcome = expected.of(answer);
        counts.computeIfAbsent(kind, _ -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        if (outcome != Outcome.RIGHT && examples.size() < EXAMPLES) {
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            examples.add("after %d s: %s, %s, expected %s: %s".formatted(seconds, outcome, kind, expected, answer));
        }
        return outcome;
    }

    synchronized int of(String kind, Outcome outcome) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(outcome, 0);
    }

    synchronized int of(Outcome outcome) {
        return counts.keySet().stream().mapToInt(kind -> of(kind, outcome)).sum();
    }

    synchronized List<String> kinds() {
        return List.copyOf(counts.keySet());
    }

    synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
