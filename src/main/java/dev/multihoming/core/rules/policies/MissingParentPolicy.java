package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

/// Only warns: files are applied in the order of their names.
@RuleCard(
        code = "MH503",
        name = "missing-parent-policy",
        summary = "A policy extends one that does not exist.",
        requirement = "the policy that another one extends should exist",
        why = """
                Until it does, `strict` decides what this policy leaves open: a mistake must not make a namespace weaker. What the \
                policy says itself counts, and a rule whose mode it sets, also with `*`, keeps that mode.""",
        remedy = "Correct the name in `extends`, or apply the other policy too.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingParentPolicy implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.PARENT_MISSING);
    }
}
