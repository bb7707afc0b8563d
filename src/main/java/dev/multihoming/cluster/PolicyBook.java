package dev.multihoming.cluster;

import dev.multihoming.api.Exemptions;
import dev.multihoming.api.MultiHomingExemption;
import dev.multihoming.api.MultiHomingPolicy;
import dev.multihoming.api.Policies;
import dev.multihoming.policy.EffectivePolicy;
import dev.multihoming.policy.Exemption;
import dev.multihoming.policy.Governance;
import dev.multihoming.policy.Policy;
import dev.multihoming.policy.PolicyFault;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The policies and namespaces that are known, and who governs what of it. Reviews read one snapshot, which is replaced
/// as a whole: none sees half a change. What governs a namespace is worked out once, however many policies there are.
final class PolicyBook {
    private static final Logger LOG = Logger.getLogger(PolicyBook.class);

    private final EffectivePolicy builtIn;
    private final Known<MultiHomingPolicy, Policy> policies =
            new Known<>("policy", Policies::of, this::policiesChanged);
    private final Known<MultiHomingExemption, Exemption> exemptions =
            new Known<>("exemption", Exemptions::of, this::replace);
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot;

    PolicyBook(EffectivePolicy builtIn) {
        this.builtIn = builtIn;
        this.snapshot = new Snapshot(Governance.of(List.of(), List.of(), builtIn));
    }

    private record Snapshot(Governance governance, Map<String, EffectivePolicy> governing) {
        Snapshot(Governance governance) {
            this(governance, new ConcurrentHashMap<>());
        }
    }

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

    Optional<PolicyFault> fault(Policy candidate) {
        List<Policy> all = new ArrayList<>(policies.values());
        all.removeIf(policy -> policy.name().equals(candidate.name()));
        all.add(candidate);
        return Governance.of(all, List.of(), builtIn).fault(candidate.name());
    }

    Known<MultiHomingPolicy, Policy> policies() {
        return policies;
    }

    Known<MultiHomingExemption, Exemption> exemptions() {
        return exemptions;
    }

    /// The highest resourceVersion of what is in force.
    double version() {
        return Math.max(policies.version(), exemptions.version());
    }

    synchronized void namespaceChanged(Namespace namespace) {
        Map<String, String> its = namespace.getMetadata().getLabels();
        Map<String, String> itsLabels = its == null ? Map.of() : Map.copyOf(its);
        if (!itsLabels.equals(labels.put(namespace.getMetadata().getName(), itsLabels))) {
            snapshot = new Snapshot(snapshot.governance());
        }
    }

    synchronized void namespaceGone(Namespace namespace) {
        String name = namespace.getMetadata().getName();
        labels.remove(name);
        snapshot.governing().remove(name);
    }

    private void policiesChanged() {
        replace();
        Governance governance = snapshot.governance();
        for (Policy policy : policies.values()) {
            governance
                    .fault(policy.name())
                    .map(PolicyFault::clause)
                    .ifPresent(fault -> LOG.warnf(
                            "The policy %s %s; the built-in policy governs its namespaces", policy.name(), fault));
        }
    }

    private synchronized void replace() {
        snapshot = new Snapshot(Governance.of(policies.values(), exemptions.values(), builtIn));
    }
}
