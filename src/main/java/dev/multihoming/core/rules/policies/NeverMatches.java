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
        code = "MH507",
        name = "never-matches",
        summary = "A policy or an exemption has a field that can match nothing.",
        requirement = "each field of a policy or an exemption should be able to match something",
        why = """
                Names, users and kinds are compared literally: there are no wildcards. A selector that uses `In` \
                without values matches no namespace. This holds for namespaces, references, the names in `limits`, \
                shared segments, and the users and objects of exemptions. Such an object seems to protect or \
                exempt something, but has no effect.""",
        remedy = """
                Write names in full, leave a field out to match everything, or delete the object.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class NeverMatches implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.NEVER_MATCHES);
    }
}
