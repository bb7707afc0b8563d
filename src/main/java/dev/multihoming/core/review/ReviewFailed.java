package dev.multihoming.core.review;

/// MH903: the webhook itself failed, outside of any rule. Denied on /validate, unless it is a deletion; /mutate
/// answers without a patch.
@RuleCard(
        code = "MH903",
        name = "review-failed",
        summary = "The webhook failed while it reviewed the object.",
        requirement = "what could not be judged is not admitted",
        why =
                "A bug in the webhook must not become a way to bypass it, so the request is denied. A deletion is admitted with"
                        + " a warning.",
        remedy = """
                The object may be correct. Report the error with the log lines of the webhook's pods from that \
                time; they contain the reason.""",
        since = "0.1.0")
public final class ReviewFailed {
    private static final Card CARD = Card.of(ReviewFailed.class);

    private ReviewFailed() {}

    public static Finding finding() {
        return new Finding(
                CARD,
                new Violation(
                        Location.of("request"),
                        "the webhook failed on this request",
                        "Report it to the cluster's platform team with the time of this message; it is a defect of the webhook"));
    }

    public static Card card() {
        return CARD;
    }
}
