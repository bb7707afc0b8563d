package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.core.review.Effect;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// For people: each problem with its line, a caret below what is wrong, and what to do.
public final class TextReport implements CheckReport {
    private final PrintWriter out;
    private final boolean styled;
    private final List<NotJudged> notJudged = new ArrayList<>();
    private final List<IgnoreOutcome> ignores = new ArrayList<>();

    /// With colors and bold text where `styled`.
    public TextReport(PrintWriter out, boolean styled) {
        this.out = out;
        this.styled = styled;
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        for (Problem problem : judgement.problems()) {
            head(problem.span(), styled(problem.effect()), Wordings.title(problem), judgement);
            excerpt(problem.span());
            out.println("  " + Wordings.fact(problem));
            line(Wordings.remedy(problem));
            line(problem.decidedBy());
            line(Wordings.page(problem));
            out.println();
        }
    }

    private void head(SourceSpan span, String effect, String title, ManifestVerdict judgement) {
        out.printf(
                "%s:%d:%d: %s: %s (%s)%n",
                span.source().name(),
                span.from().line(),
                span.from().column(),
                effect,
                bold(title),
                Shown.of(judgement.manifest().title()));
    }

    private void line(String text) {
        if (!text.isEmpty()) {
            out.println("  " + text);
        }
    }

    private void excerpt(SourceSpan span) {
        Excerpt excerpt = Excerpt.of(span);
        String number = Integer.toString(span.from().line());
        out.println("  " + number + " | " + excerpt.line());
        out.println("  " + " ".repeat(number.length()) + " | " + excerpt.padding() + red(excerpt.caret()));
    }

    @Override
    public void unread(Unread unread) {
        out.printf(
                "%s:%d:%d: %s%n",
                unread.file(), unread.line(), unread.column(), red("not read") + ": " + Shown.of(unread.sentence()));
        if (unread.span() != null) {
            excerpt(unread.span());
        }
        out.println();
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        ignores.add(outcome);
    }

    @Override
    public void notJudged(NotJudged object) {
        notJudged.add(object);
    }

    private void aside(CheckSummary tally) {
        if (tally.warningsHidden() > 0) {
            out.println(Count.of(tally.warningsHidden(), "warning") + " ignored:");
            ignores.stream().filter(it -> it.warnings() > 0).forEach(this::line);
        }
        List<IgnoreOutcome> idle =
                ignores.stream().filter(it -> it.warnings() == 0).toList();
        if (!idle.isEmpty()) {
            out.println(Count.of(idle.size(), "comment") + " without effect:");
            idle.forEach(this::line);
        }
        if (!notJudged.isEmpty()) {
            out.println(Count.of(notJudged.size(), "object") + " not judged:");
            notJudged.forEach(it -> listed(it.span(), it.title() + ": " + it.reason()));
        }
        if (!ignores.isEmpty() || !notJudged.isEmpty()) {
            out.println();
        }
    }

    private void line(IgnoreOutcome outcome) {
        listed(outcome.comment().span(), Wordings.ignored(outcome));
    }

    private void listed(SourceSpan span, String text) {
        out.printf("  %s:%d: %s%n", span.source().name(), span.from().line(), Shown.of(text));
    }

    @Override
    public void end(CheckSummary tally) {
        aside(tally);
        List<String> parts = new ArrayList<>();
        parts.add(tally.denied() + " would be denied");
        parts.add(Count.of(tally.problems(Effect.WARNED), "warning"));
        parts.add(Count.of(tally.problems(Effect.REPAIRED), "repair"));
        if (tally.repairsWritten() > 0) {
            parts.add(Count.of(tally.repairsWritten(), "repair") + " written");
        }
        if (tally.warningsHidden() > 0) {
            parts.add(Count.of(tally.warningsHidden(), "warning") + " ignored");
        }
        if (tally.objectsNotJudged() > 0) {
            parts.add(Count.of(tally.objectsNotJudged(), "object") + " not judged");
        }
        if (tally.unreadFiles() > 0) {
            parts.add(Count.of(tally.unreadFiles(), "file") + " not read");
        }
        String others = tally.foreignDocuments() == 0
                ? ""
                : " (" + Count.of(tally.foreignDocuments(), "other document") + " passed over)";
        out.printf(
                "%s in %s%s: %s.%n",
                Count.of(tally.objects(), "object"), Count.of(tally.files(), "file"), others, String.join(", ", parts));
        out.flush();
    }

    private String styled(Effect effect) {
        String word = Wordings.word(effect);
        return switch (effect) {
            case DENIED -> red(word);
            case WARNED -> style(word, TextStyle.YELLOW);
            case REPAIRED, COUNTED, EXEMPT, ALLOWED -> style(word, TextStyle.CYAN);
        };
    }

    private String red(String text) {
        return style(text, TextStyle.BOLD, TextStyle.RED);
    }

    private String bold(String text) {
        return style(text, TextStyle.BOLD);
    }

    private String style(String text, TextStyle... styles) {
        return styled ? TextStyle.apply(text, styles) : text;
    }
}
