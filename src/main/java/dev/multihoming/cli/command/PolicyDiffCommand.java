package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.policydiff.DiffCsv;
import dev.multihoming.cli.policydiff.DiffJson;
import dev.multihoming.cli.policydiff.DiffReport;
import dev.multihoming.cli.policydiff.DiffTable;
import dev.multihoming.cli.policydiff.OpenRules;
import dev.multihoming.cli.policydiff.PolicyDiff;
import dev.multihoming.cli.policydiff.PolicyProposal;
import dev.multihoming.cli.policydiff.PolicyTestCases;
import dev.multihoming.cli.policydiff.PolicyTestFolder;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming policy diff`: what a change of policies does to what exists.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Show which existing objects a change of policies and exemptions would deny, allow or change.",
            "Each is judged under the current and under the proposed policies, as if it were created again now.",
            "A workload counts as denied when its pods are."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing would be newly denied",
            "1:something would be newly denied",
            "2:something could not be read or listed, or the command is wrong"
        })
final class PolicyDiffCommand implements Callable<Integer> {
    enum Output {
        TABLE,
        JSON,
        CSV;

        DiffReport report() {
            return switch (this) {
                case TABLE -> new DiffTable();
                case JSON -> new DiffJson();
                case CSV -> new DiffCsv();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = {
                "Files, folders, or - for standard input.",
                "Policies and exemptions in them are proposed: added, or in place of those of the same name.",
                "Other objects in them are judged; without any, those of the cluster are."
            })
    private List<String> paths = List.of();

    @Option(
            names = "--rule",
            paramLabel = "RULE=MODE",
            description = {
                "Set a rule to Enforce, Warn, Audit or Off in every policy, and in namespaces without one; repeatable.",
                "RULE is a code or a name, or * for all rules."
            })
    private Map<String, Mode> rules = Map.of();

    @Option(
            names = "--without",
            paramLabel = "NAME",
            description = "Remove the policy or exemption of that name, or policy/NAME or exemption/NAME; repeatable.")
    private List<String> removed = List.of();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Its MultiHomingPolicies and MultiHomingExemptions are the current ones, beside those of the"
                    + " cluster; a file or a folder, repeatable.")
    private List<String> current = List.of();

    @Option(
            names = "--not-installed",
            description = "Nothing is enforced now: the webhook does not run yet. So it is without the flag where the"
                    + " cluster has no CRDs of the webhook.")
    private boolean notInstalled;

    @Option(
            names = "--cluster",
            description =
                    "Judge the objects of the kubeconfig's current cluster, which is only read, beside those of the"
                            + " files.")
    private boolean cluster;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Judge only the objects of that namespace; manifests that name none are in it.")
    private @Nullable String namespace;

    @Option(names = "--assume-complete", description = "Networks that are not in the files are missing, not unknown.")
    private boolean assumeComplete;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Option(
            names = "--as-tests",
            paramLabel = "DIR",
            description =
                    "Write cases for multihoming test that expect the proposed verdicts into a new folder. It holds"
                            + " objects, networks and policies: look through it before you share it.")
    private @Nullable Path tests;

    @Override
    public Integer call() {
        DiffInputs files = DiffInputs.of(paths);
        Clock clock = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
        Optional<PolicyTestFolder> folder =
                Optional.ofNullable(tests).map(path -> new PolicyTestFolder(path, clock, defects()));
        folder.ifPresent(PolicyTestFolder::create);
        CountLine progress = new CountLine(spec.commandLine().getErr(), Terminal.isThere());
        try (ClusterReading live = cluster || !files.hasObjects() ? connected() : null) {
            PolicyDiffing diffing = new PolicyDiffing(options(files, clock, progress), Optional.ofNullable(live));
            Optional<PolicyTestCases> cases = folder.map(_ -> new PolicyTestCases());
            PolicyDiff diff = diffing.diff(cases);
            progress.clear();
            PrintWriter out = spec.commandLine().getOut();
            output.report().print(diff, out);
            out.flush();
            folder.flatMap(it -> cases.map(those -> it.write(those, diffing.proposed())))
                    .ifPresent(this::tell);
            return exitCode(diff);
        } catch (LiveObjects.Unreadable e) {
            progress.clear();
            throw new CannotRun("The cluster cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static ClusterReading connected() {
        return ClusterReading.ofCurrentContext()
                .orElseThrow(
                        () -> new CannotRun("There is no kubeconfig with a current context; set KUBECONFIG, or name"
                                + " files with the objects to judge."));
    }

    private PolicyDiffing.Options options(DiffInputs files, Clock clock, CountLine progress) {
        Map<Card, Mode> modes = new LinkedHashMap<>();
        rules.forEach((rule, mode) -> OpenRules.named(rule).forEach(card -> modes.put(card, mode)));
        return new PolicyDiffing.Options(
                files.policies(),
                it -> FileObjects.of(files.files(), it),
                new PolicyProposal(files.proposed(), removed, new HashMap<>(modes)),
                current,
                notInstalled,
                namespace,
                namespace,
                assumeComplete,
                Integer.MAX_VALUE,
                clock,
                progress,
                defects(),
                LiveInventory.Advice.OPTIONS);
    }

    private Defects defects() {
        return new Defects(spec.commandLine().getErr());
    }

    private void tell(PolicyTestFolder.Written written) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%d cases are written to %s.%n", written.cases(), tests);
        if (written.leftOut() > 0) {
            err.printf(
                    "%d are left out: what they come to depends on objects that are not among these.%n",
                    written.leftOut());
        }
    }

    private static int exitCode(PolicyDiff diff) {
        if (diff.deniesAnew()) {
            return ExitCode.FINDINGS;
        }
        return diff.gaps().isEmpty() ? ExitCode.CLEAN : ExitCode.COULD_NOT_RUN;
    }
}
