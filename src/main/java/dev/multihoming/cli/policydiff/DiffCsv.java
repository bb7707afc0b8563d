package dev.multihoming.cli.policydiff;

import dev.multihoming.core.multus.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/// For spreadsheets: a line for each object and rule.
public final class DiffCsv implements DiffReport {
    private static final List<String> HEADER = List.of(
            "change",
            "namespace",
            "owner",
            "kind",
            "name",
            "rule",
            "rule_name",
            "before",
            "after",
            "policy_before",
            "policy_after",
            "message");

    /// A spreadsheet takes a cell that begins so for a formula.
    private static final String FORMULA = "=+-@";

    @Override
    public void print(PolicyDiff diff, PrintWriter out) {
        line(HEADER, out);
        for (ObjectDiff object : diff.objects()) {
            object.rules().forEach(rule -> line(cells(object, rule), out));
        }
    }

    private static List<String> cells(ObjectDiff object, RuleChange rule) {
        return List.of(
                object.change().word(),
                object.object().namespace(),
                object.owner().title(),
                object.object().kind(),
                object.object().name(),
                rule.code(),
                rule.name(),
                rule.before().word(),
                rule.after().word(),
                object.policyBefore(),
                object.policyAfter(),
                rule.message());
    }

    private static void line(List<String> cells, PrintWriter out) {
        out.print(cells.stream().map(DiffCsv::cell).collect(Collectors.joining(",")) + "\n");
    }

    private static String cell(String text) {
        String line = Printable.oneLine(text);
        String plain = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
        return plain.indexOf(',') < 0 && plain.indexOf('"') < 0 ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
