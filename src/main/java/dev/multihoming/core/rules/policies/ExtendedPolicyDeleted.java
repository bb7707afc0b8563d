package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

/// Only warns: uninstalling and pruning delete in any order.
@RuleCard(
        code = "MH506",
        name = "extended-policy-deleted",
        summary = "A policy is deleted although other policies extend it.",
        requirement = "a policy should not be deleted while others extend it",
        why = """
                The deleted policy provided the fields that the remaining policies do not set. Now the built-in \
                `strict` policy provides them, so that no namespace becomes weaker, except that the limits of the \
                deleted policy are gone. Deletion is not denied, because that would break uninstalling and \
                pruning.""",
        remedy = """
                Write the missing fields into the other policies, or let them extend another policy; then delete \
                this one.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class ExtendedPolicyDeleted implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.STILL_EXTENDED);
    }
}
