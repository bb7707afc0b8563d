package dev.multihoming.cli.policytest;

import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.core.review.Requester;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of cases.
///
/// @param file where it lies
/// @param policies that are in force, and the exemptions
/// @param cluster what there is: networks and namespaces; nothing else exists
/// @param now when all of it happens
public record PolicyTest(Path file, PolicyFiles policies, InputIndex cluster, Instant now, List<Case> cases) {
    public PolicyTest {
        cases = List.copyOf(cases);
    }

    /// One of them.
    ///
    /// @param name in the words of its author
    /// @param object that a requester creates
    /// @param labels of its namespace, in place of those in the cluster; `null` for those
    /// @param policy that must govern it: its name, empty for the built-in one; `null` for any
    public record Case(
            String name,
            Manifest object,
            Requester requester,
            @Nullable Map<String, String> labels,
            ObjectOutcome expected,
            @Nullable String policy) {}
}
