package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

@RuleCard(
        code = "MH505",
        name = "rule-named-twice",
        summary = "A policy gives one rule two modes, by its code and by its name.",
        requirement = "a policy must name each rule once",
        why = """
                A rule has a code and a name, and both mean the same rule. A policy that names it twice has two \
                modes for one rule, and a reader may see only one of them.""",
        remedy = """
                Remove one of the two.""",
        since = "0.1.0")
public final class RuleNamedTwice implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.NAMED_TWICE);
    }
}
