package dev.multihoming.core.admission;

import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.PolicySpec;
import dev.multihoming.core.api.PolicySpec.RuleMode;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.LabelRequirement;
import dev.multihoming.core.policy.LabelRequirement.Operator;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.subject.PolicyChange.Fact;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;

/// What stands out in a policy, beyond what its schema can say.
final class PolicyFacts {
    private static final String EXTENDS = "spec.extends";

    private PolicyFacts() {}

    static List<Fact> of(MultiHomingPolicy resource, Policy policy, PolicyResolver resolver) {
        PolicySpec spec = Objects.requireNonNullElse(resource.getSpec(), PolicySpec.EMPTY);
        List<Fact> facts = new ArrayList<>();
        resolver.fault(policy).map(PolicyFacts::fault).ifPresent(facts::add);
        if (policy.namespaces().dependsOnLabels()) {
            facts.add(new Fact(
                    Topic.SETTABLE_BY_AUTHORS,
                    "spec.namespaceSelector",
                    "a user who may set these labels on a namespace chooses this policy",
                    "Use labels that tenants cannot set"));
        }
        resolver.namedTwice(Objects.requireNonNullElse(spec.rules(), Map.<String, RuleMode>of())
                        .keySet())
                .forEach(rule -> facts.add(namedTwice(rule)));
        facts.addAll(Unmatchable.namespaces(spec.namespaces()));
        facts.addAll(Unmatchable.references(spec.allowedForeignReferences()));
        NetworkLimits limits = policy.decisions().networkLimits();
        facts.addAll(Unmatchable.limits(spec.limits(), limits));
        facts.addAll(Unmatchable.segments(
                "spec.sharedSegments", "shares", policy.decisions().sharedSegments(), limits));
        selector(policy.namespaces().labels(), facts);
        if (spec.exemptions() != null && Objects.equals(spec.exemptions().maxDays(), 0)) {
            facts.add(Unmatchable.fact(
                    "spec.exemptions.maxDays",
                    "0 days: no exemption ever counts in the namespaces of this policy",
                    "Write how many days an exemption may last, or leave it out"));
        }
        stricter(resolver.enforcedAnew(policy), facts);
        return facts;
    }

    static List<Fact> ofDeleted(List<String> dependents) {
        return dependents.isEmpty()
                ? List.of()
                : List.of(new Fact(
                        Topic.STILL_EXTENDED,
                        "metadata.name",
                        "%s still %s this policy; from now on strict decides what it decided for them"
                                .formatted(
                                        String.join(", ", quoted(dependents)),
                                        dependents.size() == 1 ? "extends" : "extend"),
                        "Apply it again, or let them extend another policy"));
    }

    private static Fact fault(PolicyFault fault) {
        return fault.isCircular()
                ? new Fact(Topic.CIRCULAR, EXTENDS, "this policy " + fault.clause(), "Extend another policy, or none")
                : new Fact(
                        Topic.PARENT_MISSING,
                        EXTENDS,
                        "there is no policy %s; until there is, strict provides the fields that this policy does not set"
                                .formatted(Quoted.of(fault.parent())),
                        "Correct the name, or apply it too");
    }

    private static Fact namedTwice(String rule) {
        return new Fact(
                Topic.NAMED_TWICE,
                "spec.rules",
                "%s is the same rule as its name, which is there too".formatted(Quoted.of(rule)),
                "Remove one of the two");
    }

    private static void selector(List<LabelRequirement> requirements, List<Fact> facts) {
        for (LabelRequirement requirement : requirements) {
            boolean isEmpty = requirement.values().isEmpty();
            Operator operator = requirement.operator();
            boolean wantsValues = operator == Operator.IN || operator == Operator.NOT_IN;
            if (isEmpty == wantsValues) {
                facts.add(Unmatchable.fact(
                        "spec.namespaceSelector.matchExpressions",
                        "%s for %s is written %s values"
                                .formatted(
                                        operator.written(), Quoted.of(requirement.key()), isEmpty ? "without" : "with"),
                        wantsValues ? "List values" : "Remove the values, or write In"));
            }
        }
    }

    private static void stricter(NavigableSet<String> rules, List<Fact> facts) {
        if (!rules.isEmpty()) {
            facts.add(new Fact(
                    Topic.STRICTER,
                    "spec.rules",
                    "in namespaces that another policy governs until now, this one enforces what was not enforced: "
                            + String.join(", ", rules),
                    "Look at the reports of these namespaces"));
        }
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(Quoted::of).toList();
    }
}
