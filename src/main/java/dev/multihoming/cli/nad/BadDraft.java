package dev.multihoming.cli.nad;

/// What was written on the command line makes no network. The message is a sentence without a full stop.
public final class BadDraft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDraft(String sentence) {
        super(sentence);
    }

    BadDraft(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
