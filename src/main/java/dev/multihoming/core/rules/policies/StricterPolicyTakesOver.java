package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

@RuleCard(
        code = "MH510",
        name = "stricter-policy-takes-over",
        summary =
                "A policy takes a namespace over from another policy, and enforces what that one only audited or warned about.",
        requirement = "a policy that takes a namespace over should be expected to deny more there",
        why = """
                One policy governs a namespace. From now on this one does, and requests that were admitted until now are denied.""",
        remedy = """
                Look at the reports of the namespace first. Set the named rules to `Warn` or `Audit` where you need time.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class StricterPolicyTakesOver implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.STRICTER);
    }
}
