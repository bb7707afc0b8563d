package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.SourceFix;
import dev.multihoming.cli.report.ConsoleReport;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Engine.Review;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.review.Requester;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What the commands `check` and `explain` say of a text of the console, among the files and the cluster that it shows.
final class PastedText {
    private final ConsoleRequests requests;
    private final JudgingOptions judging;
    private final IndexOfFiles indexed = new IndexOfFiles();

    PastedText(ConsoleRequests requests) {
        this.requests = requests;
        this.judging = requests.judging();
    }

    Review checked(String text) {
        Input pasted = Input.pasted(text);
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ConsoleReport report = new ConsoleReport(printer);
        CheckRun run = new CheckRun(
                reviews(pasted),
                judging.namespace(),
                report,
                new FileFixer(false, printer),
                new Progress(printer, false, 1));
        run.look(pasted);
        report.end(run.tally());
        return new Review(out.toString(), report.findings(), repaired(text, report), requests.gaps());
    }

    /// Files are read again only where one has changed: thousands of networks take longer than a key.
    private OfflineReviews reviews(Input pasted) {
        return judging.dependsOnMoreThanFiles() || !isSingle(pasted)
                ? judging.reviewsOfWorkloads(requests.filesAnd(pasted), () -> {})
                : judging.reviewsOfWorkloads(
                        indexed.of(requests.files(), judging::index).with(pasted, judging.namespace()));
    }

    private boolean isSingle(Input pasted) {
        try {
            return InputIndex.isSingle(Manifests.of(pasted, judging.namespace()));
        } catch (CannotRun _) {
            return false;
        }
    }

    private static String repaired(String text, ConsoleReport report) {
        return report.repaired().isEmpty()
                ? text
                : SourceFix.of(report.repaired().getFirst().manifest().source(), report.repaired())
                        .text();
    }

    String explained(String text) {
        Input pasted = Input.pasted(text);
        OfflineReviews reviews = judging.reviews(requests.filesAnd(pasted), () -> {});
        if (judging.live().isEmpty()) {
            return explained(pasted, reviews, ExplainCommand.notGiven());
        }
        try (LiveObjects cluster = judging.objects()) {
            return explained(pasted, reviews, new LiveNetworks(cluster));
        }
    }

    private String explained(Input pasted, OfflineReviews reviews, NetworkConfig.Source others) {
        List<Explanation> explained = new Explanations(reviews, _ -> new Requester("", List.of()), others)
                .of(
                        Manifests.of(pasted, judging.namespace()),
                        new ReadableFiles(requests.files(), judging.namespace()).manifests());
        StringWriter out = new StringWriter();
        ExplainCommand.print(explained, new PrintWriter(out));
        return out.toString();
    }
}
