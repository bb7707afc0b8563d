package dev.multihoming.core.review;

/// MH901: one of our own rules threw. Denied, because a request that was not judged must not pass as if it had
/// been.
@RuleCard(
        code = "MH901",
        name = "rule-failed",
        summary = "A rule of this webhook failed while it checked the object.",
        requirement = "what could not be judged is not admitted",
        why = "A bug in the webhook must not become a way to bypass it, so the request is denied.",
        remedy = """
                The object may be correct. Report the error with the log lines of the webhook's pods from that \
                time; they name the rule that failed.""",
        since = "0.1.0")
public final class RuleFailed {
    private static final Card CARD = Card.of(RuleFailed.class);

    private RuleFailed() {}

    static Finding in(Card failed) {
        return new Finding(
                CARD,
                new Violation(
                        Location.of("request"),
                        "the rule " + failed.code() + " " + failed.name() + " failed on this object",
                        "Report it to the cluster's platform team with the time of this message; it is a defect of the webhook"));
    }

    public static Card card() {
        return CARD;
    }
}
