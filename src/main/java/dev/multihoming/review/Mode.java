package dev.multihoming.review;

/// What becomes of a rule's findings.
public enum Mode {
    /// The request is denied.
    ENFORCE,
    /// The request is admitted with a warning.
    WARN
}
