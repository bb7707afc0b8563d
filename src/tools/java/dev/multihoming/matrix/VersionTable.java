package dev.multihoming.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table of one component in docs/versions.md: a row for each version, with the result of each trial, the day, and
/// the commit.
final class VersionTable {
    private static final String NOT_TRIED = "not tried";
    private static final Pattern ROW = Pattern.compile("\\| ([0-9]+(?:\\.[0-9]+)*) \\|(.*)\\|");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Component component;
    private final Map<String, List<String>> rows =
            new TreeMap<>(Comparator.comparing(VersionTable::sortable).reversed());

    private VersionTable(Component component) {
        this.component = component;
    }

    /// What an earlier page says of the component; empty where it has no such table.
    static VersionTable read(Component component, String page) {
        var table = new VersionTable(component);
        String heading = "## " + component.heading() + "\n";
        int begin = page.indexOf(heading);
        if (begin >= 0) {
            int end = page.indexOf("\n## ", begin);
            String section = page.substring(begin, end < 0 ? page.length() : end);
            section.lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> table.rows.put(
                            row.group(1), List.of(row.group(2).strip().split(" \\| ", -1))));
        }
        return table;
    }

    /// In place of what was known of that version.
    ///
    /// @param results by the trial
    void put(String version, Map<String, String> results, String day, String commit) {
        List<String> cells = new ArrayList<>();
        component.trials().forEach(trial -> cells.add(results.getOrDefault(trial, NOT_TRIED)));
        cells.add(day);
        cells.add(commit);
        rows.put(version, List.copyOf(cells));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%n## %s%n%n| version |".formatted(component.heading()));
        component.trials().forEach(trial -> text.append(" %s |".formatted(trial)));
        text.append(" tried on | commit |\n|---|");
        text.repeat("---|", component.trials().size() + 2).append('\n');
        rows.forEach((version, cells) -> text.append("| %s | %s |%n".formatted(version, String.join(" | ", cells))));
        return text.toString();
    }

    private static String sortable(String version) {
        return NUMBER.matcher(version).replaceAll(number -> "%06d".formatted(Integer.parseInt(number.group())));
    }
}
