package dev.multihoming.core.objects;

import java.io.IOException;

/// A value that is read as a whole is longer than that may be; its message says what it is, as a clause.
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String clause) {
        super(clause);
    }
}
