package dev.multihoming.core.review;

/// Everything around the subject that a rule may look at.
public record Context(Phase phase, Requester requester, ClusterView cluster, Settings settings) {
    /// The same in another phase.
    public Context in(Phase other) {
        return new Context(other, requester, cluster, settings);
    }

    /// The same for what is more than the policy's limits, where it does not enforce them.
    public Context beyondLimits() {
        return new Context(phase, requester, cluster, settings.beyondLimits());
    }

    /// As for a pod that KubeVirt's controller will make: its interfaces have names of KubeVirt's own (facts D3).
    Context asNamedByKubeVirt() {
        Requester controller = settings.interfaceNamingExemptUsers().stream()
                .sorted()
                .findFirst()
                .map(Requester::new)
                .orElse(requester);
        return new Context(Phase.MUTATE, controller, cluster, settings);
    }
}
