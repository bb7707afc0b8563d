package dev.multihoming.endurance;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What was seen of the third replica in one minute.
///
/// @param resident MiB
/// @param own MiB of that which are not pages of files
/// @param median of the direct reviews of the minute, in ms
/// @param slowest what 99 of 100 of them stayed below, in ms
/// @param processor microseconds for each review, with everything else that the replica did
record Sample(
        int minute,
        double resident,
        double own,
        double files,
        double threads,
        double median,
        double slowest,
        double processor,
        double reviews) {
    static final String HEADING = """
            | minute | RSS, MiB | own, MiB | file descriptors | threads | p50, ms | p99, ms | processor time per review, µs | reviews |
            |---|---|---|---|---|---|---|---|---|
            """;

    /// A column, and whether it must not rise.
    record Figure(String name, boolean isBounded, ToDoubleFunction<Sample> value) {}

    static final List<Figure> FIGURES = List.of(
            new Figure("RSS, MiB", true, Sample::resident),
            new Figure("own memory, MiB", true, Sample::own),
            new Figure("file descriptors", true, Sample::files),
            new Figure("threads", true, Sample::threads),
            new Figure("p50, ms", true, Sample::median),
            // One slow minute of a shared machine decides it.
            new Figure("p99, ms", false, Sample::slowest),
            new Figure("processor time per review, µs", true, Sample::processor));

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.2f | %.1f | %.0f | %.0f |%n",
                minute,
                resident,
                own,
                files,
                threads,
                median,
                slowest,
                processor,
                reviews);
    }
}
