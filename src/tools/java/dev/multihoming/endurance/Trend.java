package dev.multihoming.endurance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A straight line through values that were taken once a minute, and how sure its slope is.
///
/// @param mean of the values
/// @param slope by which they rise in an hour
/// @param noise the standard error of the slope, which is larger where neighbors resemble each other
/// @param minutes from the first value to the last
record Trend(double mean, double slope, double noise, int minutes) {
    /// Beyond that many standard errors a slope is no chance.
    private static final double SURE = 3;

    /// A rise over all of the values that is smaller than this part of their mean is of no consequence.
    private static final double NEGLIGIBLE = 0.02;

    private static final int MINUTES_OF_AN_HOUR = 60;

    static Trend of(List<Double> values) {
        int count = values.size();
        if (count < 3) {
            return new Trend(Double.NaN, Double.NaN, Double.NaN, count);
        }
        double middle = (count - 1) / 2.0;
        double mean = values.stream().mapToDouble(it -> it).average().orElseThrow();
        double[] minutes =
                IntStream.range(0, count).mapToDouble(i -> i - middle).toArray();
        double[] above = values.stream().mapToDouble(it -> it - mean).toArray();
        double slope = product(minutes, above) / product(minutes, minutes);
        double[] rest = IntStream.range(0, count)
                .mapToDouble(i -> above[i] - slope * minutes[i])
                .toArray();
        double error = Math.sqrt(product(rest, rest) / (count - 2) / product(minutes, minutes)) * widened(rest);
        return new Trend(mean, slope * MINUTES_OF_AN_HOUR, error * MINUTES_OF_AN_HOUR, count - 1);
    }

    boolean isSignificant() {
        return slope > SURE * noise && rise() > NEGLIGIBLE * mean;
    }

    /// From the first value to the last.
    private double rise() {
        return slope * minutes / MINUTES_OF_AN_HOUR;
    }

    /// Values that follow their neighbors say less than as many independent ones: by how much the error grows.
    private static double widened(double[] rest) {
        double[] next = Arrays.copyOfRange(rest, 1, rest.length);
        double[] before = Arrays.copyOf(rest, rest.length - 1);
        double all = product(rest, rest);
        double alike = all == 0 ? 0 : Math.clamp(product(next, before) / all, 0, 0.9);
        return Math.sqrt((1 + alike) / (1 - alike));
    }

    private static double product(double[] these, double[] those) {
        return IntStream.range(0, these.length)
                .mapToDouble(i -> these[i] * those[i])
                .sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f | %+.2f | ± %.2f | %s", mean, slope, noise, isSignificant() ? "**rises**" : "none");
    }
}
