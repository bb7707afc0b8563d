package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.Ignores;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.ManifestDocument;
import dev.multihoming.cli.manifest.ManifestReader;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.cli.report.CheckReport;
import dev.multihoming.cli.report.CheckSummary;
import dev.multihoming.cli.report.Unread;
import java.util.ArrayList;
import java.util.List;

/// The second look through all inputs, which judges. One file is in memory at a time.
final class CheckRun {
    private final OfflineReviews reviews;
    private final String namespace;
    private final CheckReport report;
    private final FileFixer mending;
    private final Progress progress;
    private final CheckSummary tally = new CheckSummary();

    /// `namespace` is of objects that name none.
    CheckRun(OfflineReviews reviews, String namespace, CheckReport report, FileFixer mending, Progress progress) {
        this.reviews = reviews;
        this.namespace = namespace;
        this.report = report;
        this.mending = mending;
        this.progress = progress;
    }

    void look(Input input) {
        tally.file();
        progress.step();
        try {
            look(input, input.read());
        } catch (Input.CannotRead e) {
            unread(new Unread(input.name(), null, input.name() + " was not checked: " + e.clause() + "."));
        }
    }

    private void look(Input input, Source source) {
        List<ManifestVerdict> repaired = new ArrayList<>();
        Ignores ignores = new Ignores(source);
        ManifestReader.read(source, namespace, piece -> {
            switch (piece) {
                case ManifestDocument.OfKubernetes(var manifest) -> {
                    ManifestVerdict whole = reviews.judge(manifest);
                    ManifestVerdict judgement =
                            ignores.without(whole, (problem, comment) -> report.hidden(whole, problem, comment));
                    tally.judged(judgement);
                    NotJudged.of(judgement).ifPresent(this::notJudged);
                    if (!judgement.problems().isEmpty()) {
                        progress.clear();
                    }
                    report.judged(judgement);
                    if (judgement
                            .creation()
                            .filter(it -> !it.mutations().isEmpty())
                            .isPresent()) {
                        repaired.add(judgement);
                    }
                }
                case ManifestDocument.Foreign foreign -> {
                    tally.foreign();
                    NotJudged.of(foreign).ifPresent(this::notJudged);
                }
                case ManifestDocument.Broken broken -> unread(unread(broken));
            }
        });
        for (IgnoreOutcome outcome : ignores.outcomes()) {
            tally.hidden(outcome.warnings());
            report.ignored(outcome);
        }
        if (!repaired.isEmpty()) {
            progress.clear();
            tally.mended(mending.mend(input, source, repaired));
        }
    }

    private static Unread unread(ManifestDocument.Broken broken) {
        SourceSpan span = broken.span();
        String file = span.source().name();
        return new Unread(
                file,
                span,
                broken.isTemplate()
                        ? "This is a template, not YAML: render it first, as with helm template, and check what comes out."
                        : "Not valid YAML: " + broken.fact() + ".");
    }

    private void notJudged(NotJudged what) {
        tally.notJudged();
        report.notJudged(what);
    }

    private void unread(Unread what) {
        tally.unread();
        progress.clear();
        report.unread(what);
    }

    CheckSummary tally() {
        return tally;
    }
}
