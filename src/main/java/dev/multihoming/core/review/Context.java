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

    /// Whether the requester is a controller that owns the NADs it writes.
    public boolean ownsNetworks() {
        return settings.accounts().ownNetworks(requester);
    }

    /// Whether the requester names interfaces by a scheme of its own.
    public boolean namesInterfaces() {
        return settings.accounts().nameInterfaces(requester);
    }

    /// As for a pod that KubeVirt's controller will make: its interfaces have names of KubeVirt's own
    /// (node-behavior.md#virt-launcher-pods).
    Context asNamedByKubeVirt() {
        Requester controller = settings.accounts().interfaceNaming().stream()
                .sorted()
                .findFirst()
                .map(Requester::new)
                .orElse(requester);
        return new Context(Phase.MUTATE, controller, cluster, settings);
    }
}
