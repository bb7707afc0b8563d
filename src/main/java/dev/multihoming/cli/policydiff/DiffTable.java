package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.DiffSection.Row;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.multus.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// For people: a table for each kind of change, with one message for each row.
public final class DiffTable implements DiffReport {
    @Override
    public void print(PolicyDiff diff, PrintWriter out) {
        out.println("Current   " + Printable.oneLine(diff.current()));
        out.println("Proposed  " + Printable.oneLine(diff.proposed()));
        DiffSection.of(diff).forEach(section -> print(section, out));
        out.println();
        diff.gaps().forEach(gap -> out.println(Printable.oneLine(gap)));
        out.println(diff.summary());
    }

    private static void print(DiffSection section, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(section.heads());
        section.rows().forEach(row -> lines.add(row.cells()));
        List<String> table = TextTable.of(lines).lines().toList();
        out.println();
        out.println(section.title() + ":");
        out.println(table.getFirst());
        for (int i = 0; i < section.rows().size(); i++) {
            Row row = section.rows().get(i);
            out.println(table.get(i + 1));
            if (!row.message().isEmpty()) {
                out.println("    " + Printable.oneLine(row.message()));
            }
        }
    }
}
