package dev.multihoming.webhook.cluster;

import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.PolicyScope;
import dev.multihoming.core.policy.PolicySnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The policies and namespaces that are known, and who governs what of it. Reviews read one snapshot, which is
/// replaced as a whole: none sees half a change. What governs a namespace is worked out once, however many
/// policies there are.
final class PolicyBook {
    private static final Logger LOG = Logger.getLogger(PolicyBook.class);

    private final EffectivePolicy builtIn;
    private final ResourceIndex<MultiHomingPolicy, Policy> policies =
            new ResourceIndex<>("policy", Policies::of, this::policiesChanged);
    private final ResourceIndex<MultiHomingExemption, Exemption> exemptions =
            new ResourceIndex<>("exemption", Exemptions::of, this::replace);
    private final NamespaceStore namespaces = new NamespaceStore(this::namespacesChanged);
    private final Map<String, Map<String, String>> labels = namespaces.labels();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    PolicyBook(EffectivePolicy builtIn) {
        this.builtIn = builtIn;
        this.snapshot = new Snapshot(PolicySnapshot.of(List.of(), List.of(), builtIn), labels);
    }

    /// What follows from it is worked out when it is asked for, and once.
    private static final class Snapshot {
        private final PolicySnapshot policySnapshot;
        private final Map<String, Map<String, String>> namespaces;
        private final Map<String, EffectivePolicy> governing = new ConcurrentHashMap<>();
        private final Map<String, Long> ends = new ConcurrentHashMap<>();
        private volatile @Nullable Map<String, PolicyScope> scopes;

        Snapshot(PolicySnapshot policySnapshot, Map<String, Map<String, String>> namespaces) {
            this.policySnapshot = policySnapshot;
            this.namespaces = namespaces;
        }

        Map<String, PolicyScope> scopes() {
            Map<String, PolicyScope> known = scopes;
            if (known == null) {
                known = policySnapshot.scopes(namespaces);
                scopes = known;
            }
            return known;
        }

        long end(Exemption exemption) {
            return ends.computeIfAbsent(exemption.name(), _ -> policySnapshot.end(exemption, namespaces));
        }
    }

    EffectivePolicy governing(String namespace) {
        Snapshot now = snapshot;
        EffectivePolicy known = now.governing.get(namespace);
        if (known != null) {
            return known;
        }
        Map<String, String> itsLabels = labels.get(namespace);
        if (itsLabels == null && !namespace.isEmpty()) {
            return now.policySnapshot.governingUnheard(namespace);
        }
        EffectivePolicy governing = now.policySnapshot.governing(namespace, itsLabels == null ? Map.of() : itsLabels);
        if (itsLabels != null) {
            now.governing.put(namespace, governing);
        }
        return governing;
    }

    Optional<PolicyFault> fault(Policy candidate) {
        return with(candidate).fault(candidate.name());
    }

    NavigableSet<String> enforcedAnew(Policy candidate) {
        return with(candidate).enforcedAnew(candidate.name(), snapshot.policySnapshot, labels);
    }

    List<String> dependents(String policy) {
        return snapshot.policySnapshot.dependents(policy);
    }

    /// How many policies extend what cannot be followed.
    double unresolved() {
        return snapshot.policySnapshot.unresolved();
    }

    private PolicySnapshot with(Policy candidate) {
        List<Policy> all = new ArrayList<>(policies.values());
        all.removeIf(policy -> policy.name().equals(candidate.name()));
        all.add(candidate);
        return PolicySnapshot.of(all, List.of(), builtIn);
    }

    /// Of every policy; the same object as long as nothing changes.
    Map<String, PolicyScope> scopes() {
        return snapshot.scopes();
    }

    Optional<PolicyFault> fault(String policy) {
        return snapshot.policySnapshot.fault(policy);
    }

    /// When an exemption ends in the last of its namespaces, in seconds since the epoch.
    long end(Exemption exemption) {
        return snapshot.end(exemption);
    }

    /// How many exemptions end in that span, in seconds since the epoch.
    double ending(long after, long until) {
        return exemptions.values().stream()
                .mapToLong(this::end)
                .filter(end -> end > after && end <= until)
                .count();
    }

    /// `listener` learns that policies or exemptions are others from now on; it must not wait.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    ResourceIndex<MultiHomingPolicy, Policy> policies() {
        return policies;
    }

    ResourceIndex<MultiHomingExemption, Exemption> exemptions() {
        return exemptions;
    }

    /// For the informer that fills it.
    NamespaceStore namespaces() {
        return namespaces;
    }

    /// The highest resourceVersion of what is in force.
    double version() {
        return Math.max(policies.version(), exemptions.version());
    }

    private synchronized void namespacesChanged() {
        snapshot = new Snapshot(snapshot.policySnapshot, labels);
    }

    private void policiesChanged() {
        replace();
        PolicySnapshot policySnapshot = snapshot.policySnapshot;
        for (Policy policy : policies.values()) {
            policySnapshot
                    .fault(policy.name())
                    .map(PolicyFault::clause)
                    .ifPresent(fault -> LOG.warnf(
                            "The policy %s %s; strict provides the fields that it does not set", policy.name(), fault));
        }
    }

    private synchronized void replace() {
        snapshot = new Snapshot(PolicySnapshot.of(policies.values(), exemptions.values(), builtIn), labels);
        listeners.forEach(Runnable::run);
    }

    /// Of a namespace; empty for one that is not known.
    Optional<Map<String, String>> labels(String namespace) {
        return Optional.ofNullable(labels.get(namespace));
    }
}
