package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Judgement;
import dev.multihoming.cli.manifest.ManifestReader;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.Piece;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.cli.report.Report;
import dev.multihoming.cli.report.Tally;
import dev.multihoming.cli.report.Unread;
import java.util.ArrayList;
import java.util.List;

/// The second look through all inputs, which judges. One file is in memory at a time.
final class CheckRun {
    private final OfflineReviews reviews;
    private final String namespace;
    private final Report report;
    private final Mending mending;
    private final Progress progress;
    private final Tally tally = new Tally();

    /// `namespace` is of objects that name none.
    CheckRun(OfflineReviews reviews, String namespace, Report report, Mending mending, Progress progress) {
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
        List<Judgement> repaired = new ArrayList<>();
        ManifestReader.read(source, namespace, piece -> {
            switch (piece) {
                case Piece.OfKubernetes(var manifest) -> {
                    Judgement judgement = reviews.judge(manifest);
                    tally.judged(judgement);
                    if (!judgement.problems().isEmpty()) {
                        progress.clear();
                    }
                    report.judged(judgement);
                    if (judgement
                            .creation()
                            .filter(it -> !it.amendments().isEmpty())
                            .isPresent()) {
                        repaired.add(judgement);
                    }
                }
                case Piece.Foreign _ -> tally.foreign();
                case Piece.Broken broken -> unread(unread(broken));
            }
        });
        if (!repaired.isEmpty()) {
            progress.clear();
            tally.mended(mending.mend(input, source, repaired));
        }
    }

    private static Unread unread(Piece.Broken broken) {
        SourceSpan span = broken.span();
        String file = span.source().name();
        return new Unread(
                file,
                span,
                broken.isTemplate()
                        ? "This is a template, not YAML: render it first, as with helm template, and check what comes out."
                        : "This is no YAML: " + broken.fact() + ".");
    }

    private void unread(Unread what) {
        tally.unread();
        progress.clear();
        report.unread(what);
    }

    Tally tally() {
        return tally;
    }
}
