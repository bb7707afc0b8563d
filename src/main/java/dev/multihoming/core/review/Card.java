package dev.multihoming.core.review;

/// The value of a [RuleCard]; see there for each field.
public record Card(
        String code,
        String name,
        String summary,
        String requirement,
        String why,
        String remedy,
        String since,
        Mode mode,
        boolean limit,
        boolean hides,
        boolean abroad) {
    /// How the codes of rules begin that find what harms a node. No mode, policy or exemption weakens them.
    public static final String NODE_HARM = "MH6";

    private static final String PODS = "MH1";

    /// Whether the rule judges pods, those of templates too.
    public boolean isAboutPods() {
        return code.startsWith(PODS);
    }

    /// Whether what the rule finds harms the nodes that run it.
    public boolean isNodeHarm() {
        return code.startsWith(NODE_HARM);
    }

    /// Whether it also looks at a network that another rule refuses and the policy lets pass.
    public boolean isAbroad() {
        return abroad || isNodeHarm();
    }

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
                card.requirement(),
                card.why(),
                card.remedy(),
                card.since(),
                card.mode(),
                card.limit(),
                card.hides(),
                card.abroad());
    }
}
