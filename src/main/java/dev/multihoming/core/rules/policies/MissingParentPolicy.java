package dev.multihoming.core.rules.policies;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import java.util.List;

/// Only warns: files are applied in the order of their names.
@RuleCard(
        code = "MH503",
        name = "missing-parent-policy",
        summary = "A policy extends one that does not exist.",
        requirement = "the policy that another one extends should exist",
        why = """
                Until it does, the built-in policy governs the namespaces of this one: what it says itself does not count either, because \
                nobody can tell what it was meant to change.""",
        remedy = "Correct the name in `extends`, or apply the other policy too.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingParentPolicy implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return change.parent().isEmpty()
                ? List.of()
                : List.of(new Violation(
                        Location.of("spec.extends"),
                        "there is no policy %s, and until there is, the built-in policy governs these namespaces"
                                .formatted(Quoted.of(change.parent())),
                        "Correct the name, or apply it too"));
    }
}
