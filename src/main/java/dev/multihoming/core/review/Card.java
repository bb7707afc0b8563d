package dev.multihoming.core.review;

/// The value of a [RuleCard]; see there for each field.
public record Card(
        String code,
        String name,
        String summary,
        String law,
        String why,
        String remedy,
        String since,
        Mode mode,
        boolean limit) {
    /// The card of an annotated rule or fixer.
    public static Card of(Class<?> rule) {
        RuleCard card = rule.getAnnotation(RuleCard.class);
        if (card == null) {
            throw new IllegalArgumentException(rule.getName() + " has no @RuleCard");
        }
        return new Card(
                card.code(),
                card.name(),
                card.summary(),
                card.law(),
                card.why(),
                card.remedy(),
                card.since(),
                card.mode(),
                card.limit());
    }
}
