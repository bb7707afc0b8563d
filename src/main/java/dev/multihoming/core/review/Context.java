package dev.multihoming.core.review;

import dev.multihoming.core.subject.Subject;
import java.util.function.BiFunction;

/// Everything around the subject that a rule may look at.
///
/// @param looksAbroad whether rules that are [Card#isAbroad] also ask the cluster for networks that another
///     rule refuses
/// @param derived what rules have made of the subject under this context
public record Context(
        Phase phase,
        Requester requester,
        ClusterView cluster,
        Settings settings,
        boolean looksAbroad,
        Derived derived) {
    public Context(Phase phase, Requester requester, ClusterView cluster, Settings settings) {
        this(phase, requester, cluster, settings, false);
    }

    private Context(Phase phase, Requester requester, ClusterView cluster, Settings settings, boolean looksAbroad) {
        this(phase, requester, cluster, settings, looksAbroad, new Derived());
    }

    /// What `maker` makes of the subject under this context, made once; `type` tells it from what others make.
    public <S extends Subject, T> T derived(S subject, Class<T> type, BiFunction<S, Context, T> maker) {
        T known = derived.of(subject, type);
        return known != null ? known : derived.keep(subject, maker.apply(subject, this));
    }

    /// The same in another phase.
    public Context in(Phase other) {
        return new Context(other, requester, cluster, settings, looksAbroad);
    }

    /// The same for what is more than the policy's limits, where it does not enforce them.
    public Context beyondLimits() {
        return new Context(phase, requester, cluster, settings.beyondLimits(), looksAbroad);
    }

    /// The same where the rule that refuses a network does not deny it.
    public Context lookingAbroad() {
        return new Context(phase, requester, cluster, settings, true);
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
        return new Context(Phase.MUTATE, controller, cluster, settings, looksAbroad);
    }
}
