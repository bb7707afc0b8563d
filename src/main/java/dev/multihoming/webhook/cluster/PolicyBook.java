package dev.multihoming.webhook.cluster;

import dev.multihoming.core.api.Exemptions;
import dev.multihoming.core.api.MultiHomingExemption;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.api.Policies;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.policy.Exemption;
import dev.multihoming.core.policy.Governance;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.policy.PolicyFault;
import dev.multihoming.core.policy.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The policies and namespaces that are known, and who governs what of it. Reviews read one snapshot, which is replaced
/// as a whole: none sees half a change. What governs a namespace is worked out once, however many policies there are.
final class PolicyBook {
    private static final Logger LOG = Logger.getLogger(PolicyBook.class);

    private final EffectivePolicy builtIn;
    private final Known<MultiHomingPolicy, Policy> policies =
            new Known<>("policy", Policies::of, this::policiesChanged);
    private final Known<MultiHomingExemption, Exemption> exemptions =
            new Known<>("exemption", Exemptions::of, this::replace);
    private final NamespaceStore namespaces = new NamespaceStore(this::namespacesChanged);
    private final Map<String, Map<String, String>> labels = namespaces.labels();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    PolicyBook(EffectivePolicy builtIn) {
        this.builtIn = builtIn;
        this.snapshot = new Snapshot(Governance.of(List.of(), List.of(), builtIn), labels);
    }

    /// What follows from it is worked out when it is asked for, and once.
    private static final class Snapshot {
        private final Governance governance;
        private final Map<String, Map<String, String>> namespaces;
        private final Map<String, EffectivePolicy> governing = new ConcurrentHashMap<>();
        private final Map<String, Long> ends = new ConcurrentHashMap<>();
        private volatile @Nullable Map<String, Territory> territories;

        Snapshot(Governance governance, Map<String, Map<String, String>> namespaces) {
            this.governance = governance;
            this.namespaces = namespaces;
        }

        Map<String, Territory> territories() {
            Map<String, Territory> known = territories;
            if (known == null) {
                known = governance.territories(namespaces);
                territories = known;
            }
            return known;
        }

        long end(Exemption exemption) {
            return ends.computeIfAbsent(exemption.name(), _ -> governance.end(exemption, namespaces));
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
            return now.governance.governingUnheard(namespace);
        }
        EffectivePolicy governing = now.governance.governing(namespace, itsLabels == null ? Map.of() : itsLabels);
        if (itsLabels != null) {
            now.governing.put(namespace, governing);
        }
        return governing;
    }

    Optional<PolicyFault> fault(Policy candidate) {
        return with(candidate).fault(candidate.name());
    }

    SortedSet<String> enforcedAnew(Policy candidate) {
        return with(candidate).enforcedAnew(candidate.name(), snapshot.governance, labels);
    }

    List<String> dependents(String policy) {
        return snapshot.governance.dependents(policy);
    }

    /// How many policies extend what cannot be followed.
    double unresolved() {
        return snapshot.governance.unresolved();
    }

    private Governance with(Policy candidate) {
        List<Policy> all = new ArrayList<>(policies.values());
        all.removeIf(policy -> policy.name().equals(candidate.name()));
        all.add(candidate);
        return Governance.of(all, List.of(), builtIn);
    }

    /// Of every policy; the same object as long as nothing changes.
    Map<String, Territory> territories() {
        return snapshot.territories();
    }

    Optional<PolicyFault> fault(String policy) {
        return snapshot.governance.fault(policy);
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

    Known<MultiHomingPolicy, Policy> policies() {
        return policies;
    }

    Known<MultiHomingExemption, Exemption> exemptions() {
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
        snapshot = new Snapshot(snapshot.governance, labels);
    }

    private void policiesChanged() {
        replace();
        Governance governance = snapshot.governance;
        for (Policy policy : policies.values()) {
            governance
                    .fault(policy.name())
                    .map(PolicyFault::clause)
                    .ifPresent(fault -> LOG.warnf(
                            "The policy %s %s; strict decides what it leaves open", policy.name(), fault));
        }
    }

    private synchronized void replace() {
        snapshot = new Snapshot(Governance.of(policies.values(), exemptions.values(), builtIn), labels);
        listeners.forEach(Runnable::run);
    }
}
