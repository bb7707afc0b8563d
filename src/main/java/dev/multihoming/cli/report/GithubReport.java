package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.core.review.Effect;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/// Annotations of GitHub Actions: workflow commands, which it shows beside the lines of a pull request.
public final class GithubReport implements CheckReport {
    private final PrintWriter out;

    public GithubReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        for (Problem problem : judgement.problems()) {
            String page = Wordings.page(problem);
            out.printf(
                    "::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s%n",
                    command(problem.effect()),
                    property(problem.span().source().name()),
                    problem.span().from().line(),
                    problem.span().to().line(),
                    problem.span().from().column(),
                    problem.span().to().column(),
                    property(Wordings.title(problem)),
                    message(judgement.manifest().title() + ": " + Wordings.sentences(problem)
                            + (page.isEmpty() ? "" : "\n" + page)));
        }
    }

    @Override
    public void unread(Unread unread) {
        out.printf(
                "::error file=%s,line=%d,col=%d,title=%s::%s%n",
                property(unread.file()), unread.line(), unread.column(), Unread.NAME, message(unread.sentence()));
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        notice(outcome.comment().span(), "ignored", Wordings.ignored(outcome));
    }

    @Override
    public void notJudged(NotJudged object) {
        notice(object.span(), "not judged", object.title() + ": " + object.reason() + ".");
    }

    private void notice(SourceSpan span, String title, String text) {
        out.printf(
                "::notice file=%s,line=%d,col=%d,title=%s::%s%n",
                property(span.source().name()), span.from().line(), span.from().column(), title, message(text));
    }

    @Override
    public void end(CheckSummary tally) {
        out.flush();
    }

    private static String command(Effect effect) {
        return switch (effect) {
            case DENIED -> "error";
            case WARNED -> "warning";
            case REPAIRED, COUNTED, EXEMPT, ALLOWED -> "notice";
        };
    }

    /// A log of a pipeline is read on terminals, too.
    private static String message(String text) {
        return text.lines().map(Shown::of).map(line -> line.replace("%", "%25")).collect(Collectors.joining("%0A"));
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
