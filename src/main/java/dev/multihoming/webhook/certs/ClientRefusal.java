package dev.multihoming.webhook.certs;

import java.util.Locale;

/// Why a client gets no review.
enum ClientRefusal {
    /// It showed no certificate.
    MISSING("it showed none"),
    /// The authorities do not lead to the one it showed, or that has ended.
    UNTRUSTED("no authority of ours leads to the one it showed, or it has ended"),
    /// The certificate is good, and of another client.
    NAME("its common name is not one of those that count");

    private final String clause;

    ClientRefusal(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
