package dev.multihoming.console.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The lines of two texts as one list: what both have, what was removed and what was added.
final class LineDiff {
    /// Far above a manifest of networks; the table below grows with the square.
    private static final int MAX_LINES = 2_000;

    private LineDiff() {}

    /// @param mark ` `, `-` or `+`
    record Line(String mark, String text) {}

    /// Empty where the texts are equal. Of texts that are too long to compare, all lines of both.
    static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (before.equals(after)) {
            return List.of();
        }
        if (old.size() > MAX_LINES || now.size() > MAX_LINES) {
            return Stream.concat(
                            old.stream().map(it -> new Line("-", it)),
                            now.stream().map(it -> new Line("+", it)))
                    .toList();
        }
        int[][] common = common(old, now);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(" ", old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line("-", old.get(i)));
                i++;
            } else {
                lines.add(new Line("+", now.get(j)));
                j++;
            }
        }
        return lines;
    }

    /// The length of the longest common subsequence of the lines from `i` and from `j` on.
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
