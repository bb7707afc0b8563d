package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Manifest;
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

/// What the commands `check` and `explain` say of a text of the console, among the files and the cluster that
/// it shows.
final class PastedText {
    private final ConsoleRequests requests;
    private final JudgingOptions judging;
    private final KeptOfFiles<InputIndex> indexed = new KeptOfFiles<>();

    PastedText(ConsoleRequests requests) {
        this.requests = requests;
        this.judging = requests.judging();
    }

    Review checked(String text) {
        Input pasted = Input.pasted(text);
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        ConsoleReport report = new ConsoleReport(printer);
        InputIndex index = index(pasted);
        CheckRun run = new CheckRun(
                judging.reviewsOfWorkloads(index),
                judging.namespace(),
                report,
                new FileFixer(false, printer),
                new Progress(printer, false, 1));
        run.look(pasted);
        report.end(run.tally());
        // What cannot be read of the text itself is a finding.
        List<String> unread = index.unread().stream()
                .filter(it -> !it.startsWith(pasted.name()))
                .toList();
        return new Review(out.toString(), report.findings(), repaired(text, report), requests.withGaps(unread));
    }

    /// Files are read again only where one has changed: thousands of networks take longer than a key.
    private InputIndex index(Input pasted) {
        if (judging.dependsOnMoreThanFiles() || !isSingle(pasted)) {
            return judging.index(requests.filesAnd(pasted));
        }
        return ofFiles().with(pasted, judging.namespace());
    }

    /// What the files alone say.
    InputIndex ofFiles() {
        List<Input> files = requests.files();
        return indexed.of(files, () -> judging.index(files));
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
        List<Manifest> asked = Manifests.of(Input.pasted(text), judging.namespace());
        ReadableFiles files = requests.readableFiles();
        OfflineReviews reviews = judging.reviews(files.and(asked));
        if (judging.live().isEmpty()) {
            return explained(asked, files, reviews, ExplainCommand.notGiven());
        }
        try (LiveObjects cluster = judging.objects()) {
            return explained(asked, files, reviews, new LiveNetworks(cluster));
        }
    }

    private static String explained(
            List<Manifest> asked, ReadableFiles files, OfflineReviews reviews, NetworkConfig.Source others) {
        List<Explanation> explained =
                new Explanations(reviews, _ -> new Requester("", List.of()), others).of(asked, files.manifests());
        StringWriter out = new StringWriter();
        ExplainCommand.print(explained, new PrintWriter(out));
        return out.toString();
    }
}
