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
                "A policy takes over a namespace from another policy, and enforces rules that the other only audited or warned about.",
        requirement = "a policy that takes a namespace over should be expected to deny more there",
        why = """
                One policy applies to a namespace. From now on it is this one, and requests that were admitted \
                before are denied.""",
        remedy = """
                Read the reports of the namespace first. Set the rules in the message to `Warn` or `Audit` if you \
                need time.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class StricterPolicyTakesOver implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.STRICTER);
    }
}
