package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

@RuleCard(
        code = "MH502",
        name = "circular-policy",
        summary = "A policy extends itself.",
        requirement = "what a policy leaves open must be decided by another one",
        why = """
                `extends` names the policy that provides the fields which this policy does not set. If `extends` \
                leads back to the policy itself, `strict` provides the fields that the policies of the cycle do \
                not set.""",
        remedy = "Remove `extends` from one of them.",
        since = "0.1.0")
public final class CircularPolicy implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.CIRCULAR);
    }
}
