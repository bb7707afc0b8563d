package dev.multihoming.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A line for each measure, a column for each size.
final class ScaleTable {
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /// Also says it at once: all of it takes long.
    void add(String measure, double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
        System.out.printf("  %-70s %10s%n", measure, text);
        rows.computeIfAbsent(measure, _ -> new ArrayList<>()).add(text);
    }

    /// As Markdown.
    void print() {
        System.out.println();
        rows.forEach(
                (measure, values) -> System.out.println("| " + measure + " | " + String.join(" | ", values) + " |"));
    }
}
