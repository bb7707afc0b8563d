package dev.multihoming.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the judge found, for people.
final class ConformanceTable {
    private final List<String> rows = new ArrayList<>();
    private final Map<String, List<String>> explained = new LinkedHashMap<>();
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private final List<String> deliberate = new ArrayList<>();
    private int cases;

    void add(Trial trial, List<Comparison> comparisons) {
        int refused = 0;
        int agreed = 0;
        int pinned = 0;
        for (Comparison comparison : comparisons) {
            refused += comparison.node() instanceof Answer.Refused ? 1 : 0;
            agreed += comparison.result() == Comparison.Result.AGREED ? 1 : 0;
            pinned += Differences.pinOf(comparison).isPresent() ? 1 : 0;
            note(comparison);
        }
        cases += comparisons.size();
        rows.add(row(trial.name(), comparisons.size(), refused, agreed, pinned, comparisons.size() - agreed - pinned));
    }

    void add(DeliberateRejection rejection) {
        deliberate.add(rejection.toString());
    }

    private void note(Comparison comparison) {
        if (comparison.node() instanceof Answer.BeyondThisMachine(String _, String limit)) {
            limits.merge(limit, 1, Integer::sum);
        }
        if (comparison.result() == Comparison.Result.AGREED) {
            return;
        }
        Differences.pinOf(comparison)
                .ifPresentOrElse(
                        pin -> explained
                                .computeIfAbsent(pin.reason(), _ -> new ArrayList<>())
                                .add(comparison.toString()),
                        () -> unexplained.add(comparison.toString()));
    }

    private static String row(Object... columns) {
        return "%-28s %7s %9s %8s %8s %12s%n".formatted(columns);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Our rules beside the real CNI plugins: " + cases + " configs\n\n");
        text.append(row("plugin", "configs", "refused", "agreed", "pinned", "unexplained"));
        rows.forEach(text::append);
        limits.forEach((limit, count) ->
                text.append("Taken by the plugin, then beyond this machine: %d (%s)\n".formatted(count, limit)));
        explained.forEach((reason, cases) -> section(text, "Pinned: " + reason, cases));
        section(text, "Denied on purpose, though the plugin attaches them:", deliberate);
        if (!unexplained.isEmpty()) {
            section(text, "Not explained", unexplained);
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        text.append("\n").append(title).append("\n");
        lines.forEach(line -> text.append("  ").append(line).append("\n"));
    }
}
