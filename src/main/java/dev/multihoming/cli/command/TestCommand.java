package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.policytest.BadTest;
import dev.multihoming.cli.policytest.CaseResult;
import dev.multihoming.cli.policytest.PolicyTest;
import dev.multihoming.cli.policytest.PolicyTestJunit;
import dev.multihoming.cli.policytest.PolicyTestText;
import dev.multihoming.cli.policytest.TestDiscovery;
import dev.multihoming.cli.policytest.TestRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming test`: a security team's policies against its own cases.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Test policies: what should become of which object. Cases stand in YAML files with kind:"
                + " PolicyTest.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all cases went as expected", "1:some did not", "2:a test is not right, or there is none"})
final class TestCommand implements Callable<Integer> {
    enum Output {
        TEXT,
        JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with tests, or files of them.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<CaseResult> results = new ArrayList<>();
        try {
            for (Path path : paths) {
                for (PolicyTest test : TestDiscovery.in(path, Clock.systemUTC())) {
                    results.addAll(
                            TestRun.of(test, new Defects(spec.commandLine().getErr())));
                }
            }
        } catch (BadTest e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case TEXT -> PolicyTestText.print(results, out);
            case JUNIT -> PolicyTestJunit.print(results, out);
        }
        out.flush();
        return results.stream().allMatch(CaseResult::isAsExpected) ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
}
