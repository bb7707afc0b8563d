package dev.multihoming.webhook.cluster;

import java.util.Locale;

/// What of a registered webhook can differ from what is shipped.
enum DriftAspect {
    /// The configuration or one of its webhooks is not there, or there is one more.
    ABSENCE,
    RULES,
    SELECTORS,
    CONDITIONS,
    FAILURE_POLICY,
    /// Who is asked.
    CLIENT,
    /// There is none, or it does not lead to the certificate that is served: no request arrives.
    CA_BUNDLE,
    /// Time-outs and the like.
    REST;

    /// As metrics label it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
