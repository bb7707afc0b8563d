package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.report.CheckReport;
import dev.multihoming.cli.report.CheckSummary;
import dev.multihoming.core.review.Effect;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming check`: what the webhook would say of manifests.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Say what the webhook would say of manifests, before they are applied.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing would be denied",
            "1:something would be denied; with --strict also where something is warned about or repaired",
            "2:something could not be read, or the command is wrong"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders (their *.yaml, *.yml and *.json), or - for standard input.")
    private List<String> paths = List.of();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Option(names = "--strict", description = "Exit with 1 also for warnings and repairs.")
    private boolean strict;

    @Option(
            names = "--fix",
            description = "Write what the webhook would repair into the files; nothing else of them changes.")
    private boolean fix;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat output = OutputFormat.TEXT;

    @Override
    public Integer call() {
        try (JudgingOptions options = judging) {
            List<Input> inputs = Inputs.of(paths, System.in);
            Progress progress = new Progress(spec.commandLine().getErr(), Terminal.isThere(), 2 * inputs.size());
            OfflineReviews reviews = options.reviews(inputs, progress::step);
            return exitCode(run(inputs, reviews, progress));
        }
    }

    private CheckSummary run(List<Input> inputs, OfflineReviews reviews, Progress progress) {
        CheckReport report = output.report(spec.commandLine().getOut(), strict);
        FileFixer mending = new FileFixer(fix, spec.commandLine().getErr());
        CheckRun run = new CheckRun(reviews, judging.namespace(), report, mending, progress);
        for (Input input : inputs) {
            run.look(input);
        }
        progress.clear();
        report.end(run.tally());
        return run.tally();
    }

    private int exitCode(CheckSummary tally) {
        int told = tally.problems(Effect.WARNED) + tally.problems(Effect.REPAIRED) - tally.repairsWritten();
        if (tally.denied() > 0 || (strict && told > 0)) {
            return ExitCode.FINDINGS;
        }
        return tally.unreadFiles() > 0 ? ExitCode.COULD_NOT_RUN : ExitCode.CLEAN;
    }
}
