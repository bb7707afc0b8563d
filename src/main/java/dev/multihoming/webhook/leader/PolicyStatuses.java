package dev.multihoming.webhook.leader;

import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.PolicySpec.RuleMode;
import dev.multihoming.core.api.PolicyStatus;
import dev.multihoming.core.api.PolicyStatus.Shadow;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyScope;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a policy's status says.
final class PolicyStatuses {
    static final String IN_FORCE = "InForce";

    private static final int MOST_NAMES = 100;

    private PolicyStatuses() {}

    /// `territory` is `null` for a policy that could not be read and never was in force.
    static PolicyStatus of(
            MultiHomingPolicy policy, @Nullable PolicyScope scope, Optional<PolicyFault> fault, Instant now) {
        List<Condition> before =
                policy.getStatus() == null ? null : policy.getStatus().conditions();
        List<Condition> conditions = List.of(inForce(scope, fault, before, now), settable(policy, before, now));
        if (scope == null) {
            return new PolicyStatus(generation(policy), 0, List.of(), List.of(), Map.of(), conditions);
        }
        Map<String, RuleMode> rules = new TreeMap<>();
        scope.effective().modes().forEach((code, mode) -> rules.put(code, RuleMode.valueOf(mode.name())));
        return new PolicyStatus(
                generation(policy),
                scope.governs().size(),
                scope.governs().stream().limit(MOST_NAMES).toList(),
                scope.shadowedBy().entrySet().stream()
                        .limit(MOST_NAMES)
                        .map(shadow -> new Shadow(shadow.getKey(), shadow.getValue()))
                        .toList(),
                rules,
                conditions);
    }

    private static Condition inForce(
            @Nullable PolicyScope scope, Optional<PolicyFault> fault, @Nullable List<Condition> before, Instant now) {
        if (scope == null) {
            return Conditions.of(
                    IN_FORCE, false, "Unreadable", "It could not be read; the webhook's log says why.", before, now);
        }
        if (fault.isPresent()) {
            String reason = fault.get().isCircular() ? "ExtendsItself" : "ParentMissing";
            String message = "It " + fault.get().clause() + "; strict provides the fields that it does not set.";
            return Conditions.of(IN_FORCE, false, reason, message, before, now);
        }
        if (!scope.governs().isEmpty()) {
            return Conditions.of(
                    IN_FORCE, true, "Governs", "It applies to the namespaces in status.governs.", before, now);
        }
        return scope.shadowedBy().isEmpty()
                ? Conditions.of(IN_FORCE, true, "NoNamespaces", "It matches no namespace.", before, now)
                : Conditions.of(
                        IN_FORCE,
                        true,
                        "Shadowed",
                        "The policies in status.shadowedBy take precedence in every namespace that it matches.",
                        before,
                        now);
    }

    private static Condition settable(MultiHomingPolicy policy, @Nullable List<Condition> before, Instant now) {
        boolean byLabels = policy.getSpec() != null && policy.getSpec().namespaceSelector() != null;
        return byLabels
                ? Conditions.of(
                        "SettableByTenants",
                        true,
                        "LabelsDecide",
                        "Users who can label a namespace decide whether this policy applies to it.",
                        before,
                        now)
                : Conditions.of(
                        "SettableByTenants",
                        false,
                        "NamesDecide",
                        "It matches namespaces by name, or all namespaces.",
                        before,
                        now);
    }

    private static @Nullable Long generation(MultiHomingPolicy policy) {
        return policy.getMetadata().getGeneration();
    }
}
