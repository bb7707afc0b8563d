package dev.multihoming.cli.manifest;

/// How bad a problem is; the worst first.
public enum Severity {
    /// The object would be denied.
    DENIED,
    /// The object would be admitted with a warning.
    WARNING,
    /// The object would be repaired on its way in, which is told as a warning.
    REPAIRED
}
