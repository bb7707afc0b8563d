package dev.multihoming.cli.manifest;

/// What was asked for cannot be done: a path that is not there, a policy that cannot be read. The message is a
/// sentence for the user.
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
