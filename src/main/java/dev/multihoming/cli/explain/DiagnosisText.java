package dev.multihoming.cli.explain;

import dev.multihoming.core.diagnosis.ComparedInterface;
import dev.multihoming.core.diagnosis.NodeError;
import dev.multihoming.core.diagnosis.PodDiagnosis;
import dev.multihoming.core.diagnosis.PodEvent;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.multus.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A diagnosis for a terminal. What the cluster says is other people's text: one line each, without escapes.
public final class DiagnosisText {
    private static final List<String> HEADER = List.of("INTERFACE", "NETWORK", "STATE", "ADDRESSES", "MAC");
    private static final String NEXT = "        ";

    private final PrintWriter out;

    public DiagnosisText(PrintWriter out) {
        this.out = out;
    }

    public void print(PodDiagnosis diagnosis) {
        if (!diagnosis.interfaces().isEmpty()) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(HEADER);
            diagnosis.interfaces().forEach(it -> lines.add(cells(it)));
            out.println();
            out.print(TextTable.of(lines));
        }
        for (PodDiagnosis.Failure failure : diagnosis.failures()) {
            out.println();
            event(failure.event());
            failure.error().ifPresentOrElse(this::error, this::unknown);
        }
        if (!diagnosis.advice().isEmpty()) {
            out.println();
            diagnosis.advice().forEach(sentence -> out.print(Wrapped.of("", "", sentence)));
        }
        others(diagnosis.others());
    }

    public void message(String text) {
        out.println("Event   " + Printable.oneLine(text));
    }

    private void event(PodEvent event) {
        message(event.message());
        String times = event.count() > 1 ? event.count() + " times" : "once";
        out.println(
                "Seen    " + times + (event.time().isEmpty() ? "" : ", last at " + Printable.oneLine(event.time())));
    }

    public void error(NodeError error) {
        out.print(Wrapped.of("Cause   ", NEXT, error.cause()));
        out.print(Wrapped.of("Remedy  ", NEXT, error.remedy()));
        if (!error.rules().isEmpty()) {
            out.println("Rules   " + String.join(" ", error.rules()));
        }
    }

    public void unknown() {
        out.println("The error is not known. Run `multihoming check` on the pod and its networks.");
    }

    private void others(Set<String> reasons) {
        if (!reasons.isEmpty()) {
            out.println();
            out.print(Wrapped.of(
                    "",
                    "",
                    "Other warnings, not about networks (kubectl describe pod): "
                            + reasons.stream().sorted().map(Printable::oneLine).collect(Collectors.joining(", "))
                            + "."));
        }
    }

    private static List<String> cells(ComparedInterface it) {
        return List.of(
                it.name(),
                it.network(),
                it.state().words(),
                it.reported()
                        .map(reported -> String.join(" ", reported.addresses()))
                        .orElse(""),
                it.reported().map(reported -> reported.mac()).orElse(""));
    }
}
