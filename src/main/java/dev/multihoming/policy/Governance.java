package dev.multihoming.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All policies of a cluster at one moment, and which of them governs what. One policy governs a namespace: nothing is
/// merged but what a policy itself extends.
public final class Governance {
    private static final Comparator<Policy> FIRST_GOVERNS =
            Comparator.comparingInt(Policy::priority).reversed().thenComparing(Policy::name);

    private final EffectivePolicy builtIn;
    private final Map<String, Policy> byName;
    private final List<Resolved> inOrder;

    private Governance(EffectivePolicy builtIn, Map<String, Policy> byName) {
        this.builtIn = builtIn;
        this.byName = byName;
        this.inOrder = byName.values().stream()
                .sorted(FIRST_GOVERNS)
                .map(policy -> new Resolved(policy, effective(policy)))
                .toList();
    }

    private record Resolved(Policy policy, EffectivePolicy effective) {}

    /// Of a cluster with those policies; the built-in one governs where none of them does.
    public static Governance of(Collection<Policy> policies, EffectivePolicy builtIn) {
        return new Governance(builtIn, policies.stream().collect(Collectors.toMap(Policy::name, Function.identity())));
    }

    /// The policy of a namespace with those labels; of none that is known, without labels.
    public EffectivePolicy governing(String namespace, Map<String, String> labels) {
        for (Resolved resolved : inOrder) {
            if (resolved.policy().namespaces().matches(namespace, labels)) {
                return resolved.effective();
            }
        }
        return builtIn;
    }

    /// Why that policy cannot be in force, as a clause after its name; empty where it can. The namespaces of one that
    /// cannot have the built-in policy, which nobody has weakened.
    public Optional<String> fault(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(policy -> fault(chain(policy)));
    }

    private Optional<String> fault(List<Policy> chain) {
        Policy last = chain.getLast();
        if (last.parent().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                byName.containsKey(last.parent())
                        ? "extends itself, by way of " + last.name()
                        : "extends " + last.parent() + ", which does not exist");
    }

    private EffectivePolicy effective(Policy policy) {
        List<Policy> chain = chain(policy);
        if (fault(chain).isPresent()) {
            return builtIn.named(new PolicyNotice(policy.name(), "", ""));
        }
        Decisions decisions = Decisions.NONE;
        for (Policy link : chain.reversed()) {
            decisions = link.decisions().over(decisions);
        }
        return builtIn.under(policy.name(), decisions);
    }

    /// The policy, what it extends, and so on, until nothing more or nothing new is named.
    private List<Policy> chain(Policy policy) {
        List<Policy> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Policy next = policy;
        while (next != null && seen.add(next.name())) {
            chain.add(next);
            next = byName.get(next.parent());
        }
        return chain;
    }
}
