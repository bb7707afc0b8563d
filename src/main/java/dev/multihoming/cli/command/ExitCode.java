package dev.multihoming.cli.command;

/// What the process tells its caller.
final class ExitCode {
    /// Nothing would be denied.
    static final int CLEAN = 0;

    /// Something would be denied.
    static final int FINDINGS = 1;

    /// The command could not do its work; a sentence on standard error says why.
    static final int COULD_NOT_RUN = 2;

    private ExitCode() {}
}
