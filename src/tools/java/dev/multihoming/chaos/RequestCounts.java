package dev.multihoming.chaos;

import dev.multihoming.plane.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What became of the requests of one trial. Thread-safe.
final class RequestCounts {
    private static final int EXAMPLES = 12;

    private final Map<RequestResult, Integer> counts = new EnumMap<>(RequestResult.class);
    private final List<String> examples = new ArrayList<>();
    private long blow = System.nanoTime();
    private long lastFailure = blow;
    private int skippedMutations;

    /// The fault begins now: what it does is measured from here.
    synchronized void blow() {
        blow = System.nanoTime();
        lastFailure = blow;
    }

    synchronized void count(Specimen specimen, Answer answer) {
        RequestResult fate = specimen.fate(answer);
        counts.merge(fate, 1, Integer::sum);
        if (fate == RequestResult.FAILED || fate == RequestResult.NOT_TAKEN) {
            lastFailure = System.nanoTime();
        }
        if (fate != RequestResult.RIGHT && fate != RequestResult.UNVERIFIED && examples.size() < EXAMPLES) {
            double seconds = (System.nanoTime() - blow) / 1e9;
            examples.add(String.format(Locale.ROOT, "after %.1f s %s %s: %s", seconds, fate, specimen, answer));
        }
    }

    /// Returns when that many more have become what they should.
    void awaitRight(int more) {
        int enough = of(RequestResult.RIGHT) + more;
        Eventually.holds(more + " right judgements", () -> of(RequestResult.RIGHT) >= enough);
    }

    synchronized void skippedMutations(int count) {
        skippedMutations = count;
    }

    /// Calls of the mutating webhook that got no answer.
    synchronized int skippedMutations() {
        return skippedMutations;
    }

    synchronized int of(RequestResult fate) {
        return counts.getOrDefault(fate, 0);
    }

    synchronized int sent() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// From the blow to the last request that got no judgement; zero where all did.
    synchronized Duration troubled() {
        return Duration.ofNanos(lastFailure - blow);
    }

    synchronized List<String> examples() {
        return List.copyOf(examples);
    }
}
