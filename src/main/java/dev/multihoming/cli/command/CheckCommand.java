package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Exclusions;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.report.CheckReport;
import dev.multihoming.cli.report.CheckSummary;
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
        description = "Check manifests: print what the webhook would deny, warn about or repair.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing would be denied",
            "1:something would be denied; with --fail-on also where something is warned about or repaired",
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

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description =
                    "Leave out files and folders below PATH: by name, as in charts or *-values.yaml, or by the path"
                            + " below PATH, as in apps/*/patches.")
    private List<String> excluded = List.of();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            defaultValue = "denied",
            description = "Exit with 1 for what would be denied, also for warnings, or also for repairs: one of"
                    + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FailOn failOn = FailOn.DENIED;

    @Option(names = "--strict", description = "The same as --fail-on=repairs.")
    private boolean strict;

    @Option(names = "--fix", description = "Write the repairs of the webhook into the files, and change nothing else.")
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
            List<Input> inputs = Inputs.of(paths, Exclusions.of(excluded), System.in);
            Progress progress = new Progress(spec.commandLine().getErr(), Terminal.isThere(), 2 * inputs.size());
            OfflineReviews reviews = options.reviewsOfWorkloads(inputs, progress::step);
            return exitCode(run(inputs, reviews, progress));
        }
    }

    private CheckSummary run(List<Input> inputs, OfflineReviews reviews, Progress progress) {
        CheckReport report = output.report(spec.commandLine().getOut(), threshold() != FailOn.DENIED);
        FileFixer mending = new FileFixer(fix, spec.commandLine().getErr());
        CheckRun run = new CheckRun(reviews, judging.namespace(), report, mending, progress);
        for (Input input : inputs) {
            run.look(input);
        }
        progress.clear();
        report.end(run.tally());
        return run.tally();
    }

    private FailOn threshold() {
        return strict ? FailOn.REPAIRS : failOn;
    }

    private int exitCode(CheckSummary tally) {
        if (threshold().fails(tally)) {
            return ExitCode.FINDINGS;
        }
        return tally.unreadFiles() > 0 ? ExitCode.COULD_NOT_RUN : ExitCode.CLEAN;
    }
}
