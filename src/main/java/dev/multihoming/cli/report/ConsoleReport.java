package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.console.engine.Engine.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The text of `check`, and the same as data for the console.
public final class ConsoleReport implements CheckReport {
    private final TextReport text;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ManifestVerdict> repaired = new ArrayList<>();

    public ConsoleReport(PrintWriter out) {
        this.text = new TextReport(out, false);
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        text.judged(judgement);
        findings.addAll(findings(judgement));
        if (judgement.creation().filter(it -> !it.mutations().isEmpty()).isPresent()) {
            repaired.add(judgement);
        }
    }

    @Override
    public void unread(Unread unread) {
        text.unread(unread);
        findings.add(new Finding(unread.line(), unread.column(), "denied", "", "not read", unread.sentence(), ""));
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        text.ignored(outcome);
    }

    @Override
    public void notJudged(NotJudged object) {
        text.notJudged(object);
    }

    @Override
    public void end(CheckSummary tally) {
        text.end(tally);
    }

    /// What is said of one object.
    public static List<Finding> findings(ManifestVerdict judgement) {
        return judgement.problems().stream().map(ConsoleReport::finding).toList();
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// What the webhook would repair.
    public List<ManifestVerdict> repaired() {
        return List.copyOf(repaired);
    }

    private static Finding finding(Problem problem) {
        return new Finding(
                problem.span().from().line(),
                problem.span().from().column(),
                Wordings.word(problem.effect()),
                problem.code(),
                Wordings.title(problem),
                Wordings.fact(problem),
                Wordings.remedy(problem));
    }
}
