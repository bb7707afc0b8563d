package dev.multihoming.cli.explain;

/// Prose in lines that fit a terminal.
final class Wrapped {
    private static final int WIDTH = 100;

    private Wrapped() {}

    /// The first line begins with `first`, the others with `next`; every line ends.
    static String of(String first, String next, String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        int empty = first.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > empty && line.length() + word.length() > WIDTH) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(next);
                empty = next.length();
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
