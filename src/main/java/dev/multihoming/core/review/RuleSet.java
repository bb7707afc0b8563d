package dev.multihoming.core.review;

import dev.multihoming.core.subject.MultiNetworkPolicy;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.VirtualMachine;
import dev.multihoming.core.subject.Workload;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The rules in force, by the kind of subject they look at, each list in code order.
public record RuleSet(
        List<Entry<Pod>> pods,
        List<Entry<Nad>> nads,
        List<Entry<VirtualMachine>> machines,
        List<Entry<Workload>> workloads,
        List<Entry<MultiNetworkPolicy>> networkPolicies,
        List<Entry<PolicyChange>> policies) {
    public RuleSet {
        pods = inCodeOrder(pods);
        nads = inCodeOrder(nads);
        machines = inCodeOrder(machines);
        workloads = inCodeOrder(workloads);
        networkPolicies = inCodeOrder(networkPolicies);
        policies = inCodeOrder(policies);
        Set<String> codes = new HashSet<>();
        Stream.of(pods, nads, machines, workloads, networkPolicies, policies)
                .flatMap(List::stream)
                .map(entry -> entry.card().code())
                .filter(code -> !codes.add(code))
                .forEach(code -> {
                    throw new IllegalArgumentException("two rules have the code " + code);
                });
    }

    /// Every rule, by what it looks at.
    public Stream<Entry<?>> all() {
        return Stream.of(pods, nads, machines, workloads, networkPolicies, policies)
                .flatMap(List::stream);
    }

    /// A rule and its card.
    public record Entry<S extends Subject>(Card card, Rule<S> rule) {
        public static <S extends Subject> Entry<S> of(Rule<S> rule) {
            return new Entry<>(Card.of(rule.getClass()), rule);
        }
    }

    private static <S extends Subject> List<Entry<S>> inCodeOrder(List<Entry<S>> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.card().code()))
                .toList();
    }
}
