package dev.multihoming.cli.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A page of ours for a terminal: what Markdown needs and people do not is left out, and examples are set in.
public final class PageText {
    private final List<String> lines = new ArrayList<>();
    private List<String> header = List.of();
    private boolean isExample;

    private PageText() {}

    /// Every line ends.
    public static String of(String markdown) {
        PageText text = new PageText();
        markdown.lines().filter(line -> !line.startsWith("<!--")).forEach(text::line);
        return String.join("\n", text.lines).strip() + "\n";
    }

    private void line(String line) {
        if (line.startsWith("```")) {
            isExample = !isExample;
        } else if (isExample) {
            lines.add(line.isEmpty() ? "" : "    " + line);
        } else if (line.startsWith("|")) {
            row(Arrays.stream(line.substring(1).split("\\|", -1))
                    .map(String::strip)
                    .toList());
        } else {
            lines.add(line.startsWith("## ") ? line.substring(3).toUpperCase(Locale.ROOT) : prose(line));
        }
    }

    private static String prose(String line) {
        return Wrapped.of("", "", line.replaceFirst("^# ", "")).stripTrailing();
    }

    private void row(List<String> cells) {
        if (header.isEmpty()) {
            header = cells;
        } else if (cells.getFirst().startsWith("---")) {
            return;
        } else {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    lines.add(header.get(i) + ": " + cells.get(i));
                }
            }
        }
    }
}
