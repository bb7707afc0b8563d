package dev.multihoming.core.review;

/// MH902: we ran out of time. Denied on /validate, unless it is a deletion; /mutate answers
/// without a patch.
@RuleCard(
        code = "MH902",
        name = "deadline-exceeded",
        summary = "The webhook could not finish within its deadline.",
        requirement = "what could not be judged is not admitted",
        why = """
                The API server waits a few seconds for a webhook. Its own timeout message gives no reason, so the \
                webhook answers first. A deletion is admitted with a warning.""",
        remedy =
                "Try again. If it happens often, the platform team should look at the webhook's latency metrics and resources.",
        since = "0.1.0")
public final class DeadlineExceeded {
    private static final Card CARD = Card.of(DeadlineExceeded.class);

    private DeadlineExceeded() {}

    public static Finding finding() {
        return new Finding(
                CARD,
                new Violation(
                        Location.of("request"),
                        "the review did not finish in time",
                        "Try again; if it goes on, tell the cluster's platform team"));
    }

    public static Card card() {
        return CARD;
    }
}
