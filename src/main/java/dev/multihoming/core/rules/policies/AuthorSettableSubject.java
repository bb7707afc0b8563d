package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import java.util.List;
import java.util.stream.Stream;

/// Only warns: who may set labels and create objects, the webhook cannot know.
@RuleCard(
        code = "MH504",
        name = "author-settable-subject",
        summary = "A policy or an exemption is for what tenants may be able to choose.",
        requirement = "tenants should not be able to choose their policy",
        why = """
                Whoever may label a namespace chooses the policy that `namespaceSelector` gives it. Whoever may create a pod chooses its \
                name: an exemption for objects by name, and for anybody's requests, is for whoever takes that name.""",
        remedy = """
                Select by labels that tenants cannot set, such as `kubernetes.io/metadata.name`, or name the namespaces. Say in an \
                exemption whose requests are exempt (`requesters`).""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class AuthorSettableSubject implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stream.of(
                        observe(
                                change.byLabels(),
                                "spec.namespaceSelector",
                                "whoever may set these labels on a namespace chooses this policy",
                                "Use labels that tenants cannot set"),
                        observe(
                                change.byNames(),
                                "spec.objects",
                                "whoever may create such an object chooses its name, and is exempt",
                                "Say whose requests are exempt with requesters"))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<Violation> observe(boolean is, String field, String fact, String remedy) {
        return is ? Stream.of(new Violation(Location.of(field), fact, remedy)) : Stream.empty();
    }
}
