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
        code = "MH508",
        name = "impersonable-requester",
        summary = "An exemption is for requesters that others can impersonate.",
        requirement = "an exemption should be for requesters that no other user can act as",
        why = """
                The ClusterRole `edit` of Kubernetes lets its holders impersonate every service account of their \
                namespace, and run pods as one. An exemption for a service account therefore covers everyone who \
                has `edit` in its namespace. The group `system:masters` includes every administrator and every \
                break-glass certificate, and RBAC does not limit it.""",
        remedy = """
                Use users or groups of your identity provider. If a controller must be exempt, keep tenants out of \
                its namespace.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class ImpersonableRequester implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.IMPERSONABLE);
    }
}
