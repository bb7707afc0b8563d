package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.PolicyFiles;
import java.util.List;
import picocli.CommandLine.Option;

/// The flag that says which policies are in force, for commands that judge nothing but what they make.
final class PolicyFlags {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Judge under its MultiHomingPolicies and MultiHomingExemptions; a file or a folder, repeatable.")
    private List<String> policies = List.of();

    PolicyFiles read() {
        return policies.isEmpty() ? PolicyFiles.NONE : PolicyFiles.read(Inputs.of(policies, System.in));
    }
}
