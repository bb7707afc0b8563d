package dev.multihoming.admission;

import java.io.IOException;

/// A value that is read as a whole is longer than that may be; its message says what it is, as a clause.
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String clause) {
        super(clause);
    }
}
