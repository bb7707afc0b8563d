package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

/// Only warns: who may set labels and create objects, the webhook cannot know.
@RuleCard(
        code = "MH504",
        name = "author-settable-subject",
        summary = "A policy or an exemption depends on a label or name that tenants may be able to choose.",
        requirement = "tenants should not be able to choose their policy",
        why = """
                A user who can label a namespace chooses its policy if a `namespaceSelector` selects it by label. \
                A user who can create a pod chooses its name: an exemption for objects by name, without \
                requesters, covers everyone who uses that name.""",
        remedy = """
                Select by labels that tenants cannot set, such as `kubernetes.io/metadata.name`, or name the \
                namespaces. In an exemption, list whose requests are exempt (`requesters`).""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class AuthorSettableSubject implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.SETTABLE_BY_AUTHORS);
    }
}
