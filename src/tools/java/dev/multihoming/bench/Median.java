package dev.multihoming.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Of rounds in turns the one in the middle: a noisy machine spoils some of them, and by however much.
final class Median {
    private Median() {}

    static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
