package dev.multihoming.rules.policies;

import dev.multihoming.review.Context;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Place;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.PolicyChange;
import java.util.List;

@RuleCard(
        code = "MH502",
        name = "circular-policy",
        summary = "A policy extends itself.",
        law = "what a policy leaves open must be decided by another one",
        why = """
                `extends` names the policy that decides what this one leaves open. Where that leads back to the policy itself, nobody \
                decides, and all policies of the circle are the built-in one for their namespaces.""",
        remedy = "Remove `extends` from one of them.",
        since = "0.1.0")
public final class CircularPolicy implements Rule<PolicyChange> {
    @Override
    public List<Observation> find(PolicyChange change, Context context) {
        return change.circular().isEmpty()
                ? List.of()
                : List.of(new Observation(
                        Place.of("spec.extends"),
                        "this policy " + change.circular(),
                        "Extend another policy, or none"));
    }
}
