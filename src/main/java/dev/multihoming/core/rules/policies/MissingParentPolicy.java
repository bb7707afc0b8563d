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
                Until that policy exists, `strict` provides the fields that this policy does not set: a mistake \
                must not weaken a namespace. The policy's own fields apply, and a rule whose mode it sets, also \
                with `*`, keeps that mode.""",
        remedy = "Correct the name in `extends`, or create the other policy.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingParentPolicy implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.PARENT_MISSING);
    }
}
