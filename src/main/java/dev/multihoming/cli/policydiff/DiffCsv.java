package dev.multihoming.cli.policydiff;

import dev.multihoming.core.multus.CsvText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public void print(PolicyDiff diff, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        for (ObjectDiff object : diff.objects()) {
            object.rules().forEach(rule -> lines.add(cells(object, rule)));
        }
        out.print(CsvText.of(lines));
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
}
