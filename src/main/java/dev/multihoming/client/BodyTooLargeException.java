package dev.multihoming.client;

import java.io.IOException;

/// The API server's answer has more bytes than may be in memory at once. Nothing of it was handed on.
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int maxBytes) {
        super("an answer of the API server has more than " + maxBytes + " bytes");
    }
}
