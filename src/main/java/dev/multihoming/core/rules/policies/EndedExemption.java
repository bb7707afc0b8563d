package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

/// Only where the request sets the moment: an exemption that has ended can still be annotated, and deleted.
@RuleCard(
        code = "MH501",
        name = "ended-exemption",
        summary = "An exemption has already expired when it is created.",
        requirement = "an exemption must end later than now",
        why = """
                An exemption whose `expires` is in the past exempts nothing. Usually the year is wrong.""",
        remedy = "Write a time in the future, such as `2026-12-31T00:00:00Z`.",
        since = "0.1.0")
public final class EndedExemption implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.ENDED);
    }
}
