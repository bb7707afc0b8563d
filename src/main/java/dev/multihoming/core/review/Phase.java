package dev.multihoming.core.review;

/// Which of the two webhooks asks.
public enum Phase {
    /// Before the repairs: what a fixer will mend is not yet a finding.
    MUTATE,
    /// After all mutators of the cluster: what should have been mended and was not is a finding.
    VALIDATE
}
