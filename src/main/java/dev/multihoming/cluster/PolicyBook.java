package dev.multihoming.cluster;

import dev.multihoming.api.MultiHomingPolicy;
import dev.multihoming.api.Policies;
import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Governance;
import dev.multihoming.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The policies and namespaces that are known, and who governs what of it. Reviews read one snapshot, which is replaced
/// as a whole: none sees half a change. What governs a namespace is worked out once, however many policies there are.
final class PolicyBook {
    private static final Logger LOG = Logger.getLogger(PolicyBook.class);

    private final EffectivePolicy builtIn;
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot;

    PolicyBook(EffectivePolicy builtIn) {
        this.builtIn = builtIn;
        this.snapshot = new Snapshot(Governance.of(List.of(), builtIn), new ConcurrentHashMap<>());
    }

    private record Snapshot(Governance governance, Map<String, EffectivePolicy> governing) {}

    EffectivePolicy governing(String namespace) {
        Snapshot now = snapshot;
        EffectivePolicy known = now.governing().get(namespace);
        if (known != null) {
            return known;
        }
        Map<String, String> itsLabels = labels.get(namespace);
        EffectivePolicy governing = now.governance().governing(namespace, itsLabels == null ? Map.of() : itsLabels);
        if (itsLabels != null) {
            now.governing().put(namespace, governing);
        }
        return governing;
    }

    synchronized int size() {
        return policies.size();
    }

    synchronized double version() {
        return versions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /// All that there are; others are gone.
    synchronized void listed(Collection<MultiHomingPolicy> all) {
        policies.keySet().retainAll(all.stream().map(PolicyBook::nameOf).toList());
        versions.keySet().retainAll(policies.keySet());
        all.forEach(this::read);
        replace();
    }

    synchronized void policyChanged(MultiHomingPolicy policy) {
        read(policy);
        replace();
    }

    synchronized void policyGone(MultiHomingPolicy policy) {
        policies.remove(nameOf(policy));
        versions.remove(nameOf(policy));
        replace();
    }

    synchronized void namespaceChanged(String namespace, Map<String, String> itsLabels) {
        if (!itsLabels.equals(labels.put(namespace, Map.copyOf(itsLabels)))) {
            snapshot = new Snapshot(snapshot.governance(), new ConcurrentHashMap<>());
        }
    }

    synchronized void namespaceGone(String namespace) {
        labels.remove(namespace);
        snapshot.governing().remove(namespace);
    }

    /// One that cannot be read leaves in force what it was before.
    private void read(MultiHomingPolicy resource) {
        try {
            policies.put(nameOf(resource), Policies.of(resource));
            versions.put(nameOf(resource), Long.parseLong(resource.getMetadata().getResourceVersion()));
        } catch (IllegalArgumentException e) {
            LOG.errorf("The policy %s %s; what it said before stays in force", nameOf(resource), e.getMessage());
        }
    }

    private void replace() {
        Governance governance = Governance.of(policies.values(), builtIn);
        for (String name : policies.keySet()) {
            governance
                    .fault(name)
                    .ifPresent(fault ->
                            LOG.warnf("The policy %s %s; the built-in policy governs its namespaces", name, fault));
        }
        snapshot = new Snapshot(governance, new ConcurrentHashMap<>());
    }

    private static String nameOf(MultiHomingPolicy policy) {
        return policy.getMetadata().getName();
    }
}
