package dev.multihoming.cli.policytest;

import dev.multihoming.cli.policytest.PolicyTest.Case;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/// What became of a case.
///
/// @param policy that governs the object
/// @param verdict on it; empty where the webhook is not asked
public record CaseResult(Path file, Case asked, ObjectOutcome got, EffectivePolicy policy, Optional<Verdict> verdict) {
    /// Whether it is as expected, no more and no less.
    public boolean isAsExpected() {
        return got.equals(asked.expected()) && isGovernedAsExpected();
    }

    boolean isGovernedAsExpected() {
        return asked.policy() == null || asked.policy().equals(policy.notice().policy());
    }
}
