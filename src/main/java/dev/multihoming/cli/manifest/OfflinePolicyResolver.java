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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The policies of files, and which of them governs what.
public final class OfflinePolicyResolver implements PolicyResolver {
    /// What governs where no policy does: every rule in the mode of its card.
    public static final EffectivePolicy BUILT_IN =
            EffectivePolicy.of(RuleBook.cards(), Set.of(), Set.of()).with(Settings.DEFAULTS);

    /// Written by the API server, with the namespace's name.
    static final String NAME = "kubernetes.io/metadata.name";

    private final List<Policy> policies;
    private final PolicySnapshot policySnapshot;
    private final Function<String, Map<String, String>> labels;
    private final boolean deniesTemplates;
    private final Map<String, EffectivePolicy> governing = new HashMap<>();

    /// `labels` are those of a namespace, as far as they are known. The one that the API server sets is known of each.
    public OfflinePolicyResolver(
            Collection<Policy> policies,
            Collection<Exemption> exemptions,
            Function<String, Map<String, String>> labels) {
        this(
                List.copyOf(policies),
                PolicySnapshot.of(policies, exemptions, BUILT_IN),
                namespace -> withName(namespace, labels.apply(namespace)),
                false);
    }

    /// A namespace's labels with the one that the API server sets.
    public static Map<String, String> withName(String namespace, Map<String, String> labels) {
        if (namespace.isEmpty() || labels.containsKey(NAME)) {
            return labels;
        }
        Map<String, String> all = new HashMap<>(labels);
        all.put(NAME, namespace);
        return all;
    }

    private OfflinePolicyResolver(
            List<Policy> policies,
            PolicySnapshot policySnapshot,
            Function<String, Map<String, String>> labels,
            boolean deniesTemplates) {
        this.policies = policies;
        this.policySnapshot = policySnapshot;
        this.labels = labels;
        this.deniesTemplates = deniesTemplates;
    }

    /// The same, with workloads denied as their pods are. A workload is applied so that its pods run: a check must not
    /// pass it because the webhook only warns about it.
    public OfflinePolicyResolver denyingTemplates() {
        return new OfflinePolicyResolver(policies, policySnapshot, labels, true);
    }

    @Override
    public EffectivePolicy governing(String namespace) {
        return governing.computeIfAbsent(namespace, _ -> {
            EffectivePolicy policy = policySnapshot.governing(namespace, labels.apply(namespace));
            return deniesTemplates ? policy.with(policy.settings().enforcingTemplates()) : policy;
        });
    }

    @Override
    public List<String> dependents(String policy) {
        return policySnapshot.dependents(policy);
    }

    @Override
    public Optional<PolicyFault> fault(Policy candidate) {
        return PolicySnapshot.of(with(candidate), List.of(), BUILT_IN).fault(candidate.name());
    }

    /// In the namespaces that policies name: others are not known here.
    @Override
    public NavigableSet<String> enforcedAnew(Policy candidate) {
        List<Policy> all = with(candidate);
        Map<String, Map<String, String>> namespaces = new HashMap<>();
        all.forEach(policy -> policy.namespaces().names().forEach(name -> namespaces.put(name, labels.apply(name))));
        PolicySnapshot before = PolicySnapshot.of(all.subList(0, all.size() - 1), List.of(), BUILT_IN);
        return PolicySnapshot.of(all, List.of(), BUILT_IN).enforcedAnew(candidate.name(), before, namespaces);
    }

    /// The candidate comes last.
    private List<Policy> with(Policy candidate) {
        List<Policy> all = new ArrayList<>(policies);
        all.removeIf(policy -> policy.name().equals(candidate.name()));
        all.add(candidate);
        return all;
    }
}
