package dev.multihoming.client;

import java.io.IOException;

/// The API server answered, with something else than success.
public final class ApiStatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int code;

    @SuppressWarnings("serial") // Never serialised.
    private final byte[] body;

    ApiStatusException(int code, byte[] body) {
        super("the API server answered with status " + code);
        this.code = code;
        this.body = body;
    }

    /// Of HTTP.
    public int code() {
        return code;
    }

    /// A Status as a rule.
    byte[] body() {
        return body;
    }
}
