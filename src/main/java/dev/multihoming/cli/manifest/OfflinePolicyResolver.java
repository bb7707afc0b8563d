package dev.multihoming.cli.manifest;

import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyResolver;
import dev.multihoming.core.policy.PolicySnapshot;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.rules.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The policies that somebody gave us, and which of them governs what.
public final class OfflinePolicyResolver implements PolicyResolver {
    /// What governs where no policy does: every rule in the mode of its card.
    public static final EffectivePolicy BUILT_IN =
            EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of()).with(Settings.DEFAULTS);

    private final List<Policy> policies;
    private final PolicySnapshot policySnapshot;
    private final Function<String, Map<String, String>> labels;
    private final Map<String, EffectivePolicy> governing = new HashMap<>();

    /// `labels` are those of a namespace; none where nobody knows it.
    public OfflinePolicyResolver(
            Collection<Policy> policies,
            Collection<Exemption> exemptions,
            Function<String, Map<String, String>> labels) {
        this.policies = List.copyOf(policies);
        this.policySnapshot = PolicySnapshot.of(policies, exemptions, BUILT_IN);
        this.labels = labels;
    }

    @Override
    public EffectivePolicy governing(String namespace) {
        return governing.computeIfAbsent(namespace, _ -> policySnapshot.governing(namespace, labels.apply(namespace)));
    }

    @Override
    public Optional<PolicyFault> fault(Policy candidate) {
        List<Policy> all = new ArrayList<>(policies);
        all.removeIf(policy -> policy.name().equals(candidate.name()));
        all.add(candidate);
        return PolicySnapshot.of(all, List.of(), BUILT_IN).fault(candidate.name());
    }
}
