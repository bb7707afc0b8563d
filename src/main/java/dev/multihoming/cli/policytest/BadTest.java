package dev.multihoming.cli.policytest;

import java.nio.file.Path;

/// A file that is no test, or one that would check nothing. The message names the file and what to do.
public final class BadTest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadTest(Path file, String sentence) {
        super(file + ": " + sentence);
    }

    BadTest(Path file, String sentence, Throwable cause) {
        super(file + ": " + sentence, cause);
    }
}
