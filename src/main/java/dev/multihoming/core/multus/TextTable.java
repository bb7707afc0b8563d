package dev.multihoming.core.multus;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines of cells, aligned with spaces.
public final class TextTable {
    private TextTable() {}

    /// Every line ends; all have as many cells as the first. Each cell becomes one line without escapes.
    public static String of(List<List<String>> lines) {
        List<List<String>> printable = lines.stream()
                .map(line -> line.stream().map(Printable::oneLine).toList())
                .toList();
        List<Integer> widths = IntStream.range(0, lines.getFirst().size())
                .mapToObj(column -> printable.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return printable.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
    }

    private static String aligned(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            text.append(line.get(column));
            text.repeat(' ', widths.get(column) - line.get(column).length() + 2);
        }
        return text.toString().stripTrailing() + "\n";
    }
}
