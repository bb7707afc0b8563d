package dev.multihoming.plane;

/// What a finished program left: its exit code and all it wrote.
public record ProgramOutcome(int exitCode, String stdout, String stderr) {
    public boolean succeeded() {
        return exitCode == 0;
    }

    /// The output, or an exception that quotes what the program complained of.
    public String orThrow(String purpose) {
        if (succeeded()) {
            return stdout;
        }
        throw new PlaneException("%s failed (exit code %d): %s".formatted(purpose, exitCode, stderr.strip()));
    }
}
