package dev.multihoming.plane;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// What a server exposes for Prometheus.
///
/// @param text a line for each sample
public record Metrics(String text) {
    /// Of all samples that begin with that name and have all of these words in them.
    public double sum(String name, String... words) {
        return values(name, words).sum();
    }

    /// Of the first such sample; NaN where there is none.
    public double first(String name, String... words) {
        return values(name, words).findFirst().orElse(Double.NaN);
    }

    private DoubleStream values(String name, String... words) {
        return text.lines()
                .filter(line -> line.startsWith(name) && Arrays.stream(words).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
