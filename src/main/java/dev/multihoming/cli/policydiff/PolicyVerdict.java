package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policytest.ObjectOutcome;
import dev.multihoming.core.review.Effect;
import java.util.Map;

/// What becomes of an object under one set of policies.
///
/// @param policy that governs it; empty for the built-in one
/// @param answer of the webhook
/// @param outcome the same, but a workload counts as denied where its pods are: it is applied so that they run
/// @param messages of its rules, by code
record PolicyVerdict(String policy, ObjectOutcome answer, ObjectOutcome outcome, Map<String, String> messages) {
    /// Nothing is enforced.
    static final PolicyVerdict NOTHING =
            new PolicyVerdict("", new ObjectOutcome(true, Map.of()), new ObjectOutcome(true, Map.of()), Map.of());

    PolicyVerdict {
        messages = Map.copyOf(messages);
    }

    boolean isDenied() {
        return !outcome.of(Effect.DENIED).isEmpty();
    }
}
