package dev.multihoming.core.review;

/// MH904: there is more of it than rules look at, however little of that a policy enforces. Denied, because a
/// rule that is enforced would otherwise end where a text is long enough.
@RuleCard(
        code = "MH904",
        name = "not-judged",
        summary = "An object is too large for the webhook to check.",
        requirement = "what could not be judged is not admitted",
        why = """
                Rules check up to 1,000 networks of a pod, and configs of up to 256 KiB, 256 plugins and 100 \
                levels, even if a policy only warns about [MH111](MH111.md) and [MH212](MH212.md) or an exemption \
                covers them. Larger objects would bypass every other rule, so no policy and no exemption admits \
                them. The same holds for policies of more than a MiB, for numbers of more than 1,000 digits, and for \
                objects with thousands of keys that are chosen to collide in a hash table. Only a deletion is admitted, \
                with a warning.""",
        remedy = "Shorten the annotation or the config. No config that works on a node is that large.",
        since = "0.1.0")
public final class NotJudged {
    private static final Card CARD = Card.of(NotJudged.class);

    private NotJudged() {}

    /// Where that limit is passed, beyond which nothing is read.
    public static Finding beyond(Finding limit) {
        return new Finding(CARD, limit.violation());
    }

    /// Where not even the rules were asked.
    public static Finding because(String fact) {
        return new Finding(CARD, new Violation(Location.of("object"), fact, "Shorten it"));
    }

    public static Card card() {
        return CARD;
    }
}
