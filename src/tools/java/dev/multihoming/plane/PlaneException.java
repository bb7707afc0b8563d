package dev.multihoming.plane;

/// Says in one sentence, meant for the person at the keyboard, why the plane is not there.
public final class PlaneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlaneException(String sentence) {
        super(sentence);
    }

    PlaneException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
