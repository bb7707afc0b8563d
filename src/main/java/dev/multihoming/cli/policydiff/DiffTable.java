package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.ObjectDiff.Change;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.multus.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// For people: a table for each kind of change, with one message for each row.
public final class DiffTable implements DiffReport {
    private static final List<String> HEADER = List.of("NAMESPACE", "OWNER", "RULE", "CHANGE", "OBJECTS");
    private static final String BUILT_IN = "(built-in)";

    /// What the objects of a row have in common.
    private record Row(String namespace, String owner, String rule, String effects) {
        static Row of(ObjectDiff diff, RuleChange rule) {
            return new Row(diff.object().namespace(), diff.owner().title(), rule.title(), rule.effects());
        }

        List<String> cells(String objects) {
            return List.of(namespace.isEmpty() ? "-" : namespace, owner, rule, effects, objects);
        }
    }

    /// The objects of a row.
    ///
    /// @param message about the first of them
    private record Group(Map<String, Integer> kinds, String message) {
        String objects() {
            return kinds.entrySet().stream()
                    .map(kind -> DiffSummary.count(kind.getValue(), kind.getKey()))
                    .collect(Collectors.joining(", "));
        }
    }

    @Override
    public void print(PolicyDiff diff, PrintWriter out) {
        out.println("Current   " + Printable.oneLine(diff.current()));
        out.println("Proposed  " + Printable.oneLine(diff.proposed()));
        for (Change change : Change.values()) {
            print(change, diff.of(change), out);
        }
        takeovers(diff.takeovers(), out);
        out.println();
        diff.gaps().forEach(gap -> out.println(Printable.oneLine(gap)));
        out.println(DiffSummary.of(diff));
    }

    private static void print(Change change, List<ObjectDiff> objects, PrintWriter out) {
        if (objects.isEmpty()) {
            return;
        }
        Map<Row, Group> rows = grouped(objects);
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        rows.forEach((row, group) -> lines.add(row.cells(group.objects())));
        heading(change.word(), out);
        List<String> table = TextTable.of(lines).lines().toList();
        out.println(table.getFirst());
        List<Group> groups = List.copyOf(rows.values());
        for (int i = 0; i < groups.size(); i++) {
            out.println(table.get(i + 1));
            out.println("    " + Printable.oneLine(groups.get(i).message()));
        }
    }

    private static Map<Row, Group> grouped(List<ObjectDiff> objects) {
        Map<Row, Group> rows = new LinkedHashMap<>();
        for (ObjectDiff diff : objects) {
            for (RuleChange rule : diff.rules()) {
                String message = diff.object().title() + ": " + rule.message();
                rows.computeIfAbsent(Row.of(diff, rule), _ -> new Group(new TreeMap<>(), message))
                        .kinds()
                        .merge(diff.object().kind(), 1, Integer::sum);
            }
        }
        return rows;
    }

    private static void takeovers(List<Takeover> takeovers, PrintWriter out) {
        if (takeovers.isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("NAMESPACE", "NOW", "PROPOSED", "ENFORCED ANEW", "NO LONGER ENFORCED"));
        takeovers.forEach(takeover -> lines.add(List.of(
                takeover.namespace(),
                policy(takeover.from()),
                policy(takeover.to()),
                codes(takeover.enforcedAnew()),
                codes(takeover.enforcedNoMore()))));
        heading("governed by another policy", out);
        out.print(TextTable.of(lines));
    }

    private static String policy(String name) {
        return name.isEmpty() ? BUILT_IN : name;
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "-" : String.join(" ", codes);
    }

    private static void heading(String words, PrintWriter out) {
        out.println();
        out.println(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ":");
    }
}
